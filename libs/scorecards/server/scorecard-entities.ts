import { ScorecardCommentEntity } from './scorecard-comment.entity';
import { ScorecardEntity } from './scorecard.entity';

export const scorecardEntities = [ScorecardEntity, ScorecardCommentEntity] as const;
