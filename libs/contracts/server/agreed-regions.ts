import { Global, Injectable, Module } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type AgreedResidency, ResidencySource } from '@plumbline/vendors/server';

interface Row {
  contract_id: string;
  reference: string;
  effective_from: string;
  effective_to: string | null;
  timezone: string;
  number: string | null;
  regions: string[] | null;
}

/** Where the contracts in force let a vendor keep data (V2), for the data-flow map of its profile (D4). */
@Injectable()
export class AgreedRegions extends ResidencySource {
  async inForce(tx: TenantTransaction, vendorId: string, at: Temporal.Instant): Promise<AgreedResidency[]> {
    const rows = await tx.query<Row>(
      `select contract.id as contract_id, contract.reference, version.effective_from::text, version.effective_to::text,
         version.timezone, clause.number, clause.terms -> 'regions' as regions
       from contract
       join contract_version version on version.tenant_id = contract.tenant_id and version.contract_id = contract.id
       left join clause on clause.tenant_id = version.tenant_id and clause.contract_version_id = version.id
         and clause.kind = 'data_residency'
       where contract.tenant_id = $1 and contract.vendor_id = $2 and version.state = 'active'
       order by contract.reference, version.number, clause.position`,
      [tx.tenantId, vendorId],
    );
    return rows
      .filter(({ effective_from, effective_to, timezone }) => {
        // a version's dates are local to its zone
        const today = at.toZonedDateTimeISO(timezone).toPlainDate().toString();
        return effective_from <= today && (effective_to === null || today < effective_to);
      })
      .map(({ contract_id, reference, number, regions }) => ({
        contractId: contract_id,
        contract: reference,
        clause: number === null || regions === null ? null : { number, regions },
      }));
  }
}

/** Given to vendors, who ask for a ResidencySource and know of no contracts. */
@Global()
@Module({
  providers: [{ provide: ResidencySource, useClass: AgreedRegions }],
  exports: [ResidencySource],
})
export class AgreedRegionsModule {}
