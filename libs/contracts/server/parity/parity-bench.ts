import {
  floorSwitch,
  newContract,
  newInternalTarget,
  newInternalTargetVersion,
  type ParityFinding,
} from '@plumbline/contracts/schema';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { benchClock, type ContractsBench, openContractsBench, type TestTenant } from '../contracts-bench';
import { InternalTargetsRepository } from './internal-targets.repository';
import { InternalTargetsService } from './internal-targets.service';
import { ParityFindingsRepository } from './parity-findings.repository';
import { ParityFindingsService } from './parity-findings.service';
import { ParityKeeper } from './parity-keeper';
import { ParityMatrixService } from './parity-matrix.service';
import { CompareParityProcessor, ParitySweep } from './parity.processor';
import { ParityRuns } from './parity-runs';
import { ParityTermsRepository } from './parity-terms.repository';
import { RegulatoryFloorsRepository } from './regulatory-floors.repository';
import { RegulatoryFloorsService } from './regulatory-floors.service';

/** The services of parity on a real database, for their specs. */
export interface ParityBench extends ContractsBench {
  readonly targets: InternalTargetsService;
  readonly floors: RegulatoryFloorsService;
  readonly matrix: ParityMatrixService;
  readonly findings: ParityFindingsService;
  readonly processor: CompareParityProcessor;
  /** A contract whose service level is at least this, in force from a day on. */
  agree(of: TestTenant, value: string, effectiveFrom?: string): Promise<string>;
  amend(of: TestTenant, contractId: string, value: string, effectiveFrom: string): Promise<void>;
  expectAtLeast(of: TestTenant, value: string, change?: object): Promise<string>;
  /** From the version that is there, or from the one that was `read` before. */
  changeTarget(
    of: TestTenant,
    id: string,
    value: string | null,
    effectiveFrom: string,
    read?: number,
  ): Promise<void>;
  switchFloor(of: TestTenant, code: string, metricId: string | null): Promise<void>;
  /** What the jobs that were asked for do. */
  work(of: TestTenant): Promise<void>;
  /** The tenants that the sweep would ask for at an instant. */
  waiting(at: string): Promise<string[]>;
  /** Newest first. */
  list(of: TestTenant, open?: boolean): Promise<ParityFinding[]>;
}

export async function openParityBench(): Promise<ParityBench> {
  const bench = await openContractsBench();
  const { door } = bench.database;
  const log = new ActivityLog(benchClock);
  const [targetRows, floorRows, findingRows, runs] = [
    new InternalTargetsRepository(),
    new RegulatoryFloorsRepository(),
    new ParityFindingsRepository(),
    new ParityRuns(),
  ];
  const terms = new ParityTermsRepository(targetRows, floorRows);
  const keeper = new ParityKeeper(terms, findingRows, runs, log, benchClock);
  const targets = new InternalTargetsService(door, targetRows, log, benchClock);
  const floors = new RegulatoryFloorsService(door, floorRows, targetRows, runs, log, benchClock);
  const findings = new ParityFindingsService(door, findingRows);
  const processor = new CompareParityProcessor(door, keeper);
  const levels = (of: TestTenant, value: string) => {
    const [first, ...others] = of.parsedTerms().slas;
    return [{ ...first!, target: { comparator: '>=' as const, value } }, ...others];
  };
  const activate = async (of: TestTenant, contractId: string, number: number) => {
    const { version } = await bench.versions.view(of.manager, contractId, number);
    await bench.versions.activate(of.manager, contractId, number, version);
  };
  /** People act one after the other. */
  const pass = () => benchClock.set(benchClock.now().add({ seconds: 1 }).toString());
  return {
    ...bench,
    ...{ targets, floors, findings, processor },
    matrix: new ParityMatrixService(door, terms, findingRows, benchClock),
    async agree(of, value, effectiveFrom = '2026-01-01') {
      pass();
      const { id } = await bench.contracts.create(
        of.manager,
        newContract.parse({
          ...{ vendorId: of.vendor.id, reference: 'MSA-1', title: 'Voice' },
          terms: { ...of.terms(), effectiveFrom, slas: levels(of, value) },
        }),
      );
      await activate(of, id, 1);
      return id;
    },
    async amend(of, contractId, value, effectiveFrom) {
      pass();
      const draft = await bench.versions.amend(of.manager, contractId, effectiveFrom);
      const changed = { ...of.parsedTerms(), effectiveFrom, slas: levels(of, value) };
      await bench.versions.replace(of.manager, contractId, draft.number, changed, draft.version);
      await activate(of, contractId, draft.number);
    },
    async expectAtLeast(of, value, change = {}) {
      pass();
      const { id } = await targets.create(
        of.manager,
        newInternalTarget.parse({
          ...{ metricId: of.metricId('service_level'), target: { comparator: '>=', value } },
          ...{ effectiveFrom: '2026-01-01', reason: 'Board resolution.', ...change },
        }),
      );
      return id;
    },
    async changeTarget(of, id, value, effectiveFrom, read) {
      pass();
      const version = read ?? (await targets.view(of.manager, id)).version;
      const target = value === null ? null : { comparator: '>=', value };
      const said = newInternalTargetVersion.parse({ target, effectiveFrom, reason: 'Reviewed.' });
      await targets.addVersion(of.manager, id, said, version);
    },
    async switchFloor(of, code, metricId) {
      pass();
      const said = floorSwitch.parse({ on: metricId !== null, metricId, reason: 'Medicare members.' });
      await floors.switch(of.manager, code, said);
    },
    work: ({ tenant }) => processor.process(tenant),
    waiting: (at) =>
      door.withRole('sweep', async (client) =>
        (await new ParitySweep().waiting(client, new Date(at))).map(({ tenantId }) => tenantId),
      ),
    async list(of, open) {
      const asked = open === undefined ? undefined : (`${open}` as const);
      const page = await findings.list(of.manager, {
        ...{ limit: 50, cursor: undefined, vendorId: undefined, open: asked },
      });
      return page.items;
    },
  };
}
