import { id, operation, pageOf, pageQuery, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { newContact } from './contact';
import { newDataFlow } from './data-flow';
import { fourthPartyDecision, newFourthParty } from './fourth-party';
import { escalationLadder } from './ladder';
import { languageAccess } from './language-access';
import {
  contact,
  dataFlow,
  fourthParty,
  ladder,
  type ListSection,
  profile,
  profileChange,
  profileSource,
  site,
  takenOver,
  takeOver,
} from './profile';
import * as example from './profile-examples';
import { newSite } from './site';

const thing = 'vendors';
const read = { permission: 'vendor.read' };
const write = { permission: 'vendor-profile.write' };
const vendorParams = z.strictObject({ tenant: tenantSlug, vendorId: id });
const at = '/tenants/:tenant/vendors/:vendorId';

export const viewVendorProfile = operation({
  id: 'viewVendorProfile',
  method: 'GET',
  path: `${at}/profile`,
  summary:
    'What is known of a vendor: sites, contacts with whom an escalation would reach now, fourth parties, data flows against the residency clause, language access',
  thing,
  access: read,
  params: vendorParams,
  response: profile,
  example: { response: example.exampleProfile },
});

export const listVendorProfileChanges = operation({
  id: 'listVendorProfileChanges',
  method: 'GET',
  path: `${at}/profile/changes`,
  summary: 'Who changed what of a vendor’s profile, newest first',
  thing,
  access: read,
  params: vendorParams,
  query: pageQuery,
  response: pageOf(profileChange),
  example: { response: { items: [example.exampleChange], nextCursor: null } },
});

/** The three ways to change a list of the profile; the copy of each insurer is its own. */
function listOperations<Body extends z.ZodType, Item extends z.ZodType>(list: {
  readonly section: ListSection;
  /** As operation ids name it: `VendorSite`. */
  readonly name: string;
  readonly noun: string;
  readonly body: Body;
  readonly item: Item;
  readonly example: { readonly request: unknown; readonly response: unknown };
}) {
  const { section, name, noun, body, item } = list;
  const path = `${at}/${section}`;
  const entryParams = vendorParams.extend({ entryId: id });
  return {
    section,
    add: operation({
      id: `add${name}`,
      method: 'POST',
      path,
      summary: `Enter a ${noun} of a vendor`,
      thing,
      access: write,
      params: vendorParams,
      body,
      response: item,
      status: 201,
      idempotent: true,
      example: list.example,
    }),
    change: operation({
      id: `change${name}`,
      method: 'PUT',
      path: `${path}/:entryId`,
      summary: `Change a ${noun} of a vendor; what it said before stays in the history`,
      thing,
      access: write,
      params: entryParams,
      body,
      response: item,
      conditional: true,
      example: list.example,
    }),
    remove: operation({
      id: `remove${name}`,
      method: 'DELETE',
      path: `${path}/:entryId`,
      summary: `Take a ${noun} out of a vendor’s profile; the history keeps it`,
      thing,
      access: write,
      params: entryParams,
      status: 204,
      conditional: true,
      example: {},
    }),
  };
}

export const siteOperations = listOperations({
  section: 'sites',
  name: 'VendorSite',
  noun: 'site',
  body: newSite,
  item: site,
  example: { request: example.exampleNewSite, response: example.exampleSite },
});

export const contactOperations = listOperations({
  section: 'contacts',
  name: 'VendorContact',
  noun: 'contact',
  body: newContact,
  item: contact,
  example: { request: example.exampleNewContact, response: example.exampleContact },
});

export const fourthPartyOperations = listOperations({
  section: 'fourth-parties',
  name: 'VendorFourthParty',
  noun: 'fourth party',
  body: newFourthParty,
  item: fourthParty,
  example: { request: example.exampleNewFourthParty, response: example.exampleFourthParty },
});

export const dataFlowOperations = listOperations({
  section: 'data-flows',
  name: 'VendorDataFlow',
  noun: 'data flow',
  body: newDataFlow,
  item: dataFlow,
  example: { request: example.exampleNewFlow, response: example.exampleFlow },
});

export const decideFourthParty = operation({
  id: 'decideFourthParty',
  method: 'POST',
  path: `${at}/fourth-parties/:entryId/decision`,
  summary: 'Approve or refuse a fourth party; nobody approves what they entered or last changed themselves',
  thing,
  access: { permission: 'vendor.write' },
  params: vendorParams.extend({ entryId: id }),
  body: fourthPartyDecision,
  response: fourthParty,
  conditional: true,
  example: { request: example.exampleDecision, response: example.exampleFourthParty },
});

export const setEscalationLadder = operation({
  id: 'setEscalationLadder',
  method: 'PUT',
  path: `${at}/escalation-ladder`,
  summary: 'Say who is reached in which order; If-Match "0" where nobody has said so yet',
  thing,
  access: write,
  params: vendorParams,
  body: escalationLadder,
  response: ladder,
  conditional: true,
  example: { request: example.exampleLadder, response: example.exampleReachedLadder },
});

export const setLanguageAccess = operation({
  id: 'setLanguageAccess',
  method: 'PUT',
  path: `${at}/language-access`,
  summary: 'Say which languages a vendor serves and how; If-Match "0" where nobody has said so yet',
  thing,
  access: write,
  params: vendorParams,
  body: languageAccess,
  response: profile.shape.languageAccess,
  conditional: true,
  example: {
    request: example.exampleLanguageAccess,
    response: { register: example.exampleLanguageAccess, version: 1 },
  },
});

export const listProfileSources = operation({
  id: 'listProfileSources',
  method: 'GET',
  path: `${at}/profile/sources`,
  summary: 'Where else the person at hand keeps a profile that can be taken over; only their own memberships',
  thing,
  access: write,
  params: vendorParams,
  response: z.strictObject({ items: z.array(profileSource) }),
  example: { response: { items: [example.exampleSource] } },
});

export const takeOverProfile = operation({
  id: 'takeOverProfile',
  method: 'POST',
  path: `${at}/profile/take-overs`,
  summary:
    'Enter here what the person at hand entered for another insurer; what is here already stays as it is',
  thing,
  access: write,
  params: vendorParams,
  body: takeOver,
  response: takenOver,
  example: { request: example.exampleTakeOver, response: example.exampleTakenOver },
});
