import {
  id,
  numberInPath,
  operation,
  pageOf,
  pageQuery,
  period,
  tenantParams,
  tenantSlug,
} from '@plumbline/api/schema';
import * as z from 'zod';
import {
  creditScheme,
  creditSchemeGaps,
  creditSchemeSummary,
  newCreditScheme,
  proposedCreditScheme,
} from './credit-scheme';
import { examples } from './examples';
import {
  creditDisputeDecision,
  creditStatement,
  creditStatementSummary,
  exportedStatement,
  heldTriggers,
  newCreditDispute,
  newCreditRemark,
  newDisputeDocuments,
  statementStates,
} from './statement';

const thing = 'credits';
const read = { permission: 'credit.read' };
const manage = { permission: 'credit.manage' };
const dispute = { permission: 'credit.dispute' };
const statementParams = z.strictObject({ tenant: tenantSlug, statementId: id });
const disputeParams = statementParams.extend({ disputeId: id });

export const listCreditSchemes = operation({
  id: 'listCreditSchemes',
  method: 'GET',
  path: '/tenants/:tenant/credit-schemes',
  summary: 'The credit schemes of contract versions, each in its newest revision',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({ contractId: id.optional() }),
  response: pageOf(creditSchemeSummary),
  example: { response: { items: [examples.schemeSummary], nextCursor: null } },
});

export const viewCreditScheme = operation({
  id: 'viewCreditScheme',
  method: 'GET',
  path: '/tenants/:tenant/contracts/:contractId/versions/:number/credit-scheme',
  summary: 'What a contract version says about money for missed SLAs, in its newest revision',
  thing,
  access: read,
  params: z.strictObject({ tenant: tenantSlug, contractId: id, number: numberInPath }),
  response: creditScheme,
  example: { response: examples.scheme },
});

export const proposeCreditScheme = operation({
  id: 'proposeCreditScheme',
  method: 'GET',
  path: '/tenants/:tenant/contracts/:contractId/versions/:number/credit-scheme-proposal',
  summary:
    'The scheme of the version before, or of another contract, as it would read for this version; it is not entered by that',
  thing,
  access: manage,
  params: z.strictObject({ tenant: tenantSlug, contractId: id, number: numberInPath }),
  query: z.strictObject({
    fromContractId: id
      .optional()
      .meta({ description: 'whose newest scheme is taken over; absent: of the version before' }),
  }),
  response: proposedCreditScheme,
  example: { response: examples.proposal },
});

export const listCreditSchemeGaps = operation({
  id: 'listCreditSchemeGaps',
  method: 'GET',
  path: '/tenants/:tenant/credit-scheme-gaps',
  summary: 'Contract versions without a credit scheme although the version before them had one',
  thing,
  access: manage,
  params: tenantParams,
  response: creditSchemeGaps,
  example: { response: { items: [examples.gap] } },
});

export const saveCreditScheme = operation({
  id: 'saveCreditScheme',
  method: 'POST',
  path: '/tenants/:tenant/credit-schemes',
  summary:
    'Enter the scheme of a contract version, or its next revision; statements not approved yet follow it',
  thing,
  access: manage,
  params: tenantParams,
  body: newCreditScheme,
  response: creditScheme,
  status: 201,
  idempotent: true,
  example: {
    request: {
      contractId: examples.scheme.contract.id,
      number: examples.scheme.contract.versionNumber,
      replaces: 0,
      terms: examples.scheme.terms,
    },
    response: examples.scheme,
  },
});

export const listCreditStatements = operation({
  id: 'listCreditStatements',
  method: 'GET',
  path: '/tenants/:tenant/credit-statements',
  summary:
    'Monthly credit statements, newest month first; a vendor’s own user sees its own once they are shared',
  thing,
  access: read,
  params: tenantParams,
  query: pageQuery.extend({
    period: period.optional(),
    vendorId: id.optional(),
    contractId: id.optional(),
    state: z.enum(statementStates).optional(),
  }),
  response: pageOf(creditStatementSummary),
  example: { response: { items: [examples.summary], nextCursor: null } },
});

export const viewCreditStatement = operation({
  id: 'viewCreditStatement',
  method: 'GET',
  path: '/tenants/:tenant/credit-statements/:statementId',
  summary:
    'One statement: a line for each SLA with its money, entries of earlier months, disputes, approvals',
  thing,
  access: read,
  params: statementParams,
  response: creditStatement,
  example: { response: examples.statement },
});

export const shareCreditStatement = operation({
  id: 'shareCreditStatement',
  method: 'POST',
  path: '/tenants/:tenant/credit-statements/:statementId/sharing',
  summary: 'Let the vendor see a draft and dispute its lines',
  thing,
  access: manage,
  params: statementParams,
  response: creditStatement,
  conditional: true,
  example: { response: examples.statement },
});

export const disputeCreditLine = operation({
  id: 'disputeCreditLine',
  method: 'POST',
  path: '/tenants/:tenant/credit-statements/:statementId/disputes',
  summary: 'Dispute a line of a shared statement, as its vendor; it cannot be approved until that is decided',
  thing,
  access: dispute,
  params: statementParams,
  body: newCreditDispute,
  response: creditStatement,
  status: 201,
  idempotent: true,
  example: {
    request: { slaId: examples.dispute.slaId, reason: examples.dispute.reason },
    response: examples.statement,
  },
});

export const attachCreditDisputeDocuments = operation({
  id: 'attachCreditDisputeDocuments',
  method: 'POST',
  path: '/tenants/:tenant/credit-statements/:statementId/disputes/:disputeId/documents',
  summary: 'Hand in documents about an open dispute, as its vendor or as the insurer that decides it',
  thing,
  access: { permission: 'document.upload' },
  params: disputeParams,
  body: newDisputeDocuments,
  response: creditStatement,
  status: 201,
  idempotent: true,
  example: {
    request: { documents: ['019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e70'] },
    response: examples.statement,
  },
});

export const decideCreditDispute = operation({
  id: 'decideCreditDispute',
  method: 'POST',
  path: '/tenants/:tenant/credit-statements/:statementId/disputes/:disputeId/decision',
  summary: 'Decide a dispute: the line stands, or an exclusion or a waiver changed it',
  thing,
  access: manage,
  params: disputeParams,
  body: creditDisputeDecision,
  response: creditStatement,
  idempotent: true,
  example: {
    request: { decision: 'upheld', note: 'The outage was announced.' },
    response: examples.statement,
  },
});

export const withdrawCreditDispute = operation({
  id: 'withdrawCreditDispute',
  method: 'POST',
  path: '/tenants/:tenant/credit-statements/:statementId/disputes/:disputeId/withdrawal',
  summary: 'Take a dispute back, as its vendor',
  thing,
  access: dispute,
  params: disputeParams,
  response: creditStatement,
  idempotent: true,
  example: { response: examples.statement },
});

export const approveCreditStatement = operation({
  id: 'approveCreditStatement',
  method: 'POST',
  path: '/tenants/:tenant/credit-statements/:statementId/approvals',
  summary: 'Approve a shared statement; with the second person it is frozen',
  thing,
  access: { permission: 'credit.approve' },
  params: statementParams,
  response: creditStatement,
  conditional: true,
  example: { response: examples.statement },
});

export const remarkOnCreditStatement = operation({
  id: 'remarkOnCreditStatement',
  method: 'POST',
  path: '/tenants/:tenant/credit-statements/:statementId/remarks',
  summary: 'Leave a remark on a statement that only the insurer’s side reads',
  thing,
  access: manage,
  params: statementParams,
  body: newCreditRemark,
  response: creditStatement,
  status: 201,
  idempotent: true,
  example: { request: { text: 'Agreed by telephone.' }, response: examples.statement },
});

export const exportCreditStatement = operation({
  id: 'exportCreditStatement',
  method: 'POST',
  path: '/tenants/:tenant/credit-statements/:statementId/export',
  summary: 'Hand an approved statement to accounts payable: it gets its number, once',
  thing,
  access: manage,
  params: statementParams,
  response: creditStatement,
  idempotent: true,
  example: { response: examples.statement },
});

export const downloadCreditStatement = operation({
  id: 'downloadCreditStatement',
  method: 'GET',
  path: '/tenants/:tenant/credit-statements/:statementId/export.json',
  summary: 'A statement as JSON, with the requests by which `npm run engine` arrives at the same amounts',
  thing,
  access: read,
  params: statementParams,
  response: exportedStatement,
  example: {
    response: {
      format: 'plumbline.credit-statement/1',
      statement: examples.statement,
      recompute: [
        {
          id: 'credit',
          op: 'credit.compute',
          input: { scheme: { fee: '100000', atRisk: '0.10', pool: '1' }, failures: [] },
          amount: '0.00',
        },
      ],
    },
  },
});

export const downloadCreditLines = operation({
  id: 'downloadCreditLines',
  method: 'GET',
  path: '/tenants/:tenant/credit-statements/:statementId/lines.csv',
  summary: 'What accounts payable books: reference, lines, entries and total as CSV, amounts exact',
  thing,
  access: read,
  params: statementParams,
  produces: 'text/csv',
  example: { response: 'number,reference,vendor,contract,month,currency,line,amount\r\n' },
});

export const listHeldTriggers = operation({
  id: 'listHeldTriggers',
  method: 'GET',
  path: '/tenants/:tenant/credit-triggers',
  summary: 'Chronic failures and rights to terminate as of each contract’s newest statement',
  thing,
  access: read,
  params: tenantParams,
  query: z.strictObject({ vendorId: id.optional(), contractId: id.optional() }),
  response: heldTriggers,
  example: { response: { items: [examples.heldTrigger] } },
});
