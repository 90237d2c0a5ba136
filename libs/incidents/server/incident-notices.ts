import { Injectable } from '@nestjs/common';
import type { ClockStage } from '@plumbline/clocks/schema';
import type { ClockRow } from '@plumbline/clocks/server';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type NoticeKind, Notifications } from '@plumbline/platform/notifications';
import { Clock, type Role, type VendorRole } from '@plumbline/platform/tenancy';
import {
  EscalationLadders,
  type LadderMember,
  VendorDirectory,
  type VendorFacts,
} from '@plumbline/vendors/server';
import { toldAt, toldRoles } from './escalating';
import type { IncidentRow } from './incident-row';

type Named = Pick<IncidentRow, 'id' | 'vendorId' | 'reference' | 'title' | 'isDrill'>;

export interface PassedStage {
  readonly incident: Named;
  readonly clock: ClockRow;
  readonly stage: ClockStage;
}

interface Occasion {
  readonly kind: NoticeKind;
  readonly key: string;
  readonly more?: Readonly<Record<string, string | number | null>>;
  readonly to: {
    readonly roles?: readonly Role[];
    readonly vendorRoles?: readonly VendorRole[];
    readonly people?: readonly string[];
  };
  readonly contacts?: readonly { name: string; email: string; language: 'en' | 'es' }[];
}

/** Who is told what about incidents: always in the transaction that makes it so, each occasion by its own key. */
@Injectable()
export class IncidentNotices {
  constructor(
    private readonly notifications: Notifications,
    private readonly vendors: VendorDirectory,
    private readonly ladders: EscalationLadders,
    private readonly clock: Clock,
  ) {}

  /** The insurer's security, at once; a report by the insurer tells the vendor's administrators too. */
  reported(tx: TenantTransaction, incident: Named, deadlineAt: Date | null): Promise<void> {
    const vendorRoles: VendorRole[] = tx.actor.side === 'insurer' ? ['vendor_administrator'] : [];
    return this.announce(tx, incident, {
      kind: 'incident-reported',
      key: `incident-reported/${incident.id}`,
      more: { deadlineAt: deadlineAt?.toISOString() ?? null },
      to: { roles: toldRoles, vendorRoles },
    });
  }

  acknowledged(tx: TenantTransaction, incident: Named): Promise<void> {
    return this.announce(tx, incident, {
      kind: 'incident-acknowledged',
      key: `incident-acknowledged/${incident.id}`,
      to: { vendorRoles: ['vendor_administrator', 'vendor_contributor'] },
    });
  }

  /** The other side, of what was added; `what` names the occasion. */
  updated(tx: TenantTransaction, incident: Named, what: string): Promise<void> {
    const bySide = tx.actor.side === 'insurer';
    return this.announce(tx, incident, {
      kind: 'incident-updated',
      key: `incident-updated/${incident.id}/${what}`,
      to: bySide ? { vendorRoles: ['vendor_administrator'] } : { roles: toldRoles },
    });
  }

  handedOver(tx: TenantTransaction, incident: Named, handOverId: string, personId: string): Promise<void> {
    return this.announce(tx, incident, {
      kind: 'incident-updated',
      key: `incident-handed-over/${handOverId}`,
      to: { people: [personId] },
    });
  }

  /**
   * The furthest stage that each clock has passed: the insurer's security, and of what the vendor owes its ladder, people and
   * contacts without a sign-in alike. Vendors and ladders are looked up once for all of them.
   */
  async stages(tx: TenantTransaction, passed: readonly PassedStage[]): Promise<void> {
    const vendorIds = [...new Set(passed.map(({ incident }) => incident.vendorId))];
    const vendors = await this.vendors.find(tx, vendorIds);
    const ladders = new Map<string, readonly LadderMember[]>();
    for (const id of vendorIds) ladders.set(id, await this.ladders.of(tx, id, this.clock.now()));
    for (const { incident, clock, stage } of passed) {
      const ladder = ladders.get(incident.vendorId) ?? [];
      await this.tell(tx, incident, vendors.get(incident.vendorId), stageOccasion(clock, stage, ladder));
    }
  }

  private async announce(tx: TenantTransaction, incident: Named, occasion: Occasion): Promise<void> {
    const { vendorId } = incident;
    await this.tell(tx, incident, (await this.vendors.find(tx, [vendorId])).get(vendorId), occasion);
  }

  private async tell(
    tx: TenantTransaction,
    { id, vendorId, reference, title, isDrill }: Named,
    vendor: Pick<VendorFacts, 'name'> | undefined,
    { kind, key, more, to, contacts }: Occasion,
  ): Promise<void> {
    await this.notifications.announce(
      tx,
      {
        ...{ kind, key, vendorId, about: { thing: 'incident', id }, path: ['incidents', id] },
        // a drill says so in whatever is said of it
        parameters: {
          ...{ reference, vendor: vendor?.name ?? '', ...more },
          title: isDrill ? `[DRILL · SIMULACRO] ${title}` : title,
        },
        ...(contacts ? { contacts } : {}),
      },
      to,
    );
  }
}

function stageOccasion(clock: ClockRow, stage: ClockStage, ladder: readonly LadderMember[]): Occasion {
  const { rule } = clock;
  const ofVendor = rule.policy.owedBy === 'vendor';
  const told = ofVendor ? toldAt(ladder, stage, rule.respectHours) : [];
  const late = stage === 100;
  return {
    kind: late ? 'incident-late' : 'incident-clock-stage',
    key: `clock/${clock.id}/${stage}`,
    more: {
      rule: rule.policy.name,
      deadlineAt: clock.deadlineAt.toISOString(),
      ...(late ? {} : { stage }),
    },
    to: {
      roles: toldRoles,
      vendorRoles: ofVendor ? ['vendor_administrator'] : [],
      people: told.flatMap(({ personId }) => personId ?? []),
    },
    contacts: told.flatMap(({ email, name, language }) =>
      email === null
        ? []
        : [{ name, email, language: language.startsWith('es') ? ('es' as const) : ('en' as const) }],
    ),
  };
}
