import { CreateTenancy1795000000000 } from './1795000000000-create-tenancy';
import { CreateActivityLog1795000001000 } from './1795000001000-create-activity-log';
import { CreateMeasurements1795000002000 } from './1795000002000-create-measurements';
import { CreateContracts1795000003000 } from './1795000003000-create-contracts';
import { CreateResults1795000004000 } from './1795000004000-create-results';
import { CreateScorecards1795000005000 } from './1795000005000-create-scorecards';
import { RecordWaysIn1795000020000 } from './1795000020000-record-ways-in';
import { CreateSftpKeys1795000021000 } from './1795000021000-create-sftp-keys';

/** In the order they run. */
export const migrations = [
  CreateTenancy1795000000000,
  CreateActivityLog1795000001000,
  CreateMeasurements1795000002000,
  CreateContracts1795000003000,
  CreateResults1795000004000,
  CreateScorecards1795000005000,
  RecordWaysIn1795000020000,
  CreateSftpKeys1795000021000,
] as const;
