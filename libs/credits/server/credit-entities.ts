import { CreditSchemeEntity } from './credit-scheme.entity';
import { CreditStatementEntity } from './credit-statement.entity';

export const creditEntities = [CreditSchemeEntity, CreditStatementEntity] as const;
