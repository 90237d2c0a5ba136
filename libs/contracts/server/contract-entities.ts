import { ClauseEntity } from './clause.entity';
import { ContractEntity } from './contract.entity';
import { ContractVersionEntity } from './contract-version.entity';
import { SlaEntity } from './sla.entity';

export const contractEntities = [ContractEntity, ContractVersionEntity, ClauseEntity, SlaEntity] as const;
