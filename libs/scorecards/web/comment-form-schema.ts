import { newScorecardComment } from '@plumbline/scorecards/schema';
import * as z from 'zod';

/** A comment as it is typed; an empty line means the scorecard as a whole. */
export const commentFormSchema = z.object({ text: newScorecardComment.shape.text, slaId: z.string() });
