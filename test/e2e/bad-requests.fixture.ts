import { bodies, document, registration } from './petition.fixture.js';

/** A request that must change nothing, and what it is refused with. */
export interface BadRequest {
  readonly reason: string;
  /** Below the petition; empty for registering one. */
  readonly path: string;
  readonly body: object | string;
  readonly status: number;
  readonly code: string;
  /** The field that the answer points to. */
  readonly field: string | null;
}

const invalid = { status: 400, code: 'request.invalid' };
const unprocessable = { status: 422, code: 'organisation.unknown' };
/** Malformed, unknown or impossible; below `/v1/petitions` or below one petition. */
export const badRequests: readonly BadRequest[] = [
  { reason: 'an unknown field', path: '', body: registration({ colour: 'red' }), ...invalid, field: 'colour' },
  {
    reason: 'an unknown field inside',
    path: '',
    body: registration({}, { age: 40 }),
    ...invalid,
    field: 'petitioner.age',
  },
  {
    reason: 'a day that no calendar has',
    path: '',
    body: registration({ receivedOn: '2026-02-30' }),
    ...invalid,
    field: 'receivedOn',
  },
  {
    reason: 'a day in another form',
    path: '',
    body: registration({ receivedOn: '23/11/2026' }),
    ...invalid,
    field: 'receivedOn',
  },
  {
    reason: 'a receipt tomorrow or later',
    path: '',
    body: registration({ receivedOn: '2090-01-01' }),
    ...invalid,
    field: 'receivedOn',
  },
  { reason: 'nothing of what is needed', path: '', body: {}, ...invalid, field: 'title' },
  {
    reason: 'an unknown organisation',
    path: '',
    body: registration({ organisation: 'SL-NONE' }),
    ...unprocessable,
    field: 'organisation',
  },
  {
    reason: 'a body over the limit',
    path: '',
    body: registration({ content: 'a'.repeat(300_000) }),
    status: 413,
    code: 'request.too_large',
    field: null,
  },
  {
    reason: 'a text over its length',
    path: '',
    body: registration({ title: 'a'.repeat(301) }),
    ...invalid,
    field: 'title',
  },
  { reason: 'what is no JSON', path: '', body: '{"title":', status: 400, code: 'request.malformed', field: null },
  {
    reason: 'an unknown field of a command',
    path: '/accept',
    body: { ...bodies.accept, urgent: true },
    ...invalid,
    field: 'urgent',
  },
  {
    reason: 'a document of no day',
    path: '/assign',
    body: { agency: 'SL-SXD', document: { number: '1', signedOn: '2026-13-01' } },
    ...invalid,
    field: 'document.signedOn',
  },
  {
    reason: 'an unknown agency',
    path: '/assign',
    body: { agency: 'SL-NONE', document: document('1') },
    ...unprocessable,
    field: 'agency',
  },
  {
    reason: 'an act of the agency without its proof',
    path: '/acknowledge',
    body: { arrivalNumber: '1', receivedOn: document('1').signedOn },
    status: 422,
    code: 'command.evidence_required',
    field: 'evidence',
  },
];
