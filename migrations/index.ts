import { CreateTenancy1795000000000 } from './1795000000000-create-tenancy';
import { CreateActivityLog1795000001000 } from './1795000001000-create-activity-log';
import { CreateMeasurements1795000002000 } from './1795000002000-create-measurements';
import { CreateContracts1795000003000 } from './1795000003000-create-contracts';
import { CreateResults1795000004000 } from './1795000004000-create-results';
import { CreateScorecards1795000005000 } from './1795000005000-create-scorecards';
import { RecordWaysIn1795000020000 } from './1795000020000-record-ways-in';
import { CreateSftpKeys1795000021000 } from './1795000021000-create-sftp-keys';
import { AddFileWarnings1795000030000 } from './1795000030000-add-file-warnings';
import { CreateRestatements1795000040000 } from './1795000040000-create-restatements';
import { RemindOfReporting1795000041000 } from './1795000041000-remind-of-reporting';
import { CreateCalendars1796003852997 } from './1796003852997-create-calendars';
import { CreateCases1796100000000 } from './1796100000000-create-cases';
import { CreateKpiFileUploads1796200000000 } from './1796200000000-create-kpi-file-uploads';
import { ListRestatedFigures1796310000000 } from './1796310000000-list-restated-figures';
import { DropOldMonths1796311000000 } from './1796311000000-drop-old-months';
import { IndexLines1796312000000 } from './1796312000000-index-lines';
import { KeepFindingParameters1796330000000 } from './1796330000000-keep-finding-parameters';
import { LetPeopleChooseLanguage1796331000000 } from './1796331000000-let-people-choose-language';
import { AddLineOffsets1796340000000 } from './1796340000000-add-line-offsets';
import { CreateDocuments1796400000000 } from './1796400000000-create-documents';
import { CreateVendorGates1796500000000 } from './1796500000000-create-vendor-gates';
import { AttachDocumentsToSubmissions1796510000000 } from './1796510000000-attach-documents-to-submissions';
import { CreateVendorProfiles1796600000000 } from './1796600000000-create-vendor-profiles';
import { CreateWaivers1796700000000 } from './1796700000000-create-waivers';
import { DateContracts1796710000000 } from './1796710000000-date-contracts';
import { AttachContractDocuments1796720000000 } from './1796720000000-attach-contract-documents';
import { CreateParity1796800000000 } from './1796800000000-create-parity';
import { CreateSlaPacks1796810000000 } from './1796810000000-create-sla-packs';
import { CreateCredits1796900000000 } from './1796900000000-create-credits';
import { CreateExclusions1796900001000 } from './1796900001000-create-exclusions';
import { EnterVendorsAsActive1797000000000 } from './1797000000000-enter-vendors-as-active';
import { ExplainClausePolicies1797000001000 } from './1797000001000-explain-clause-policies';
import { RetireSlaPacks1797000002000 } from './1797000002000-retire-sla-packs';
import { WithdrawCreditStatements1797000100000 } from './1797000100000-withdraw-credit-statements';
import { StateExcludedAmounts1797000110000 } from './1797000110000-state-excluded-amounts';
import { WriteCreditLetters1797000120000 } from './1797000120000-write-credit-letters';
import { AttachDisputeDocuments1797000130000 } from './1797000130000-attach-dispute-documents';
import { JudgeWindows1797000200000 } from './1797000200000-judge-windows';
import { CreateNotifications1797000300000 } from './1797000300000-create-notifications';
import { CreateWebhooks1797000301000 } from './1797000301000-create-webhooks';
import { CreateClocks1797000400000 } from './1797000400000-create-clocks';
import { CreateIncidents1797000401000 } from './1797000401000-create-incidents';
import { OpenBreachesOfClocks1797000402000 } from './1797000402000-open-breaches-of-clocks';
import { CreateIncidentViews1797000500000 } from './1797000500000-create-incident-views';
import { LimitCalendarFeeds1797000600000 } from './1797000600000-limit-calendar-feeds';
import { WaitForNewMonths1797000700000 } from './1797000700000-wait-for-new-months';

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
  AddFileWarnings1795000030000,
  CreateRestatements1795000040000,
  RemindOfReporting1795000041000,
  CreateCalendars1796003852997,
  CreateCases1796100000000,
  CreateKpiFileUploads1796200000000,
  ListRestatedFigures1796310000000,
  DropOldMonths1796311000000,
  IndexLines1796312000000,
  KeepFindingParameters1796330000000,
  LetPeopleChooseLanguage1796331000000,
  AddLineOffsets1796340000000,
  CreateDocuments1796400000000,
  CreateVendorGates1796500000000,
  AttachDocumentsToSubmissions1796510000000,
  CreateVendorProfiles1796600000000,
  CreateWaivers1796700000000,
  DateContracts1796710000000,
  AttachContractDocuments1796720000000,
  CreateParity1796800000000,
  CreateSlaPacks1796810000000,
  CreateCredits1796900000000,
  CreateExclusions1796900001000,
  EnterVendorsAsActive1797000000000,
  ExplainClausePolicies1797000001000,
  RetireSlaPacks1797000002000,
  WithdrawCreditStatements1797000100000,
  StateExcludedAmounts1797000110000,
  WriteCreditLetters1797000120000,
  AttachDisputeDocuments1797000130000,
  JudgeWindows1797000200000,
  CreateNotifications1797000300000,
  CreateWebhooks1797000301000,
  CreateClocks1797000400000,
  CreateIncidents1797000401000,
  OpenBreachesOfClocks1797000402000,
  CreateIncidentViews1797000500000,
  LimitCalendarFeeds1797000600000,
  WaitForNewMonths1797000700000,
] as const;
