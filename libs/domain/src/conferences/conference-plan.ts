import type { Decision } from '../cases/case-machine.js';
import { accepted, refused, wrongDate, type Asked } from './conference-asked.js';
import { bodiesOf, named, toBody } from './conference-bodies.js';
import { guestEvent, revised } from './conference-guests.js';
import { milestoneMet } from './conference-milestones.js';
import type { Conference } from './conference.js';

/** The loop of the plan between office and host, what is announced, who helps, and who hosts instead (D8.1a, D8.1h, D1). */
export const decidePlan = { submitPlan, returnPlan, announce, nameHelpers, changeHost };

/** D8.1a: whether the plan lies before the host. */
export function isPlanSubmitted({ plan }: Conference): boolean {
  return plan !== undefined && plan.submittedOn !== null;
}

/** D8.1a: programme, contents, place, participants and publicity stay in the register, a version each. */
function submitPlan({ state, command, at, on }: Asked<'submitPlan'>): Decision<Conference> {
  if (isPlanSubmitted(state)) return refused('conference.plan_submitted', command.kind);
  const version = (state.plan?.versions ?? 0) + 1;
  return accepted(
    'planSubmitted',
    { at, rule: 'D8.1a', facts: { version }, state: { ...state, plan: { versions: version, submittedOn: on } } },
    {
      notices: [
        {
          key: `planSubmitted/${String(version)}`,
          letter: { kind: 'planSubmitted', conferenceOn: state.on, version },
          recipients: ['host'],
        },
      ],
    },
  );
}

function returnPlan({ state, command, at }: Asked<'returnPlan'>): Decision<Conference> {
  const { plan } = state;
  if (plan === undefined || plan.submittedOn === null) return refused('conference.plan_not_submitted', command.kind);
  const { versions: version } = plan;
  return accepted(
    'planReturned',
    { at, rule: 'D8.1a', facts: { version }, state: { ...state, plan: { versions: version, submittedOn: null } } },
    {
      notices: [
        {
          key: `planReturned/${String(version)}`,
          letter: { kind: 'planReturned', conferenceOn: state.on, version },
          recipients: ['leadOffice'],
        },
      ],
    },
  );
}

/** D8.1a: where it was announced stays in the register; it may be announced again elsewhere. */
function announce({ state, command, at, on }: Asked<'announce'>): Decision<Conference> {
  const { announcedOn } = command;
  const wrong = wrongDate(announcedOn, { notBefore: state.plannedOn, on });
  if (wrong !== null) return refused(wrong, command.kind);
  const after: Conference = { ...state, announcedOn: state.announcedOn ?? announcedOn };
  return accepted('announced', { at, rule: 'D8.1a', facts: { announcedOn }, state: after });
}

/** D8.1h: whoever is named later takes the place of who was named before. */
function nameHelpers({ state, command, at, on }: Asked<'nameHelpers'>): Decision<Conference> {
  const met = milestoneMet(state, 'nameHelpers', { actOn: on });
  const after: Conference = { ...met.state, helpersNamedOn: state.helpersNamedOn ?? on };
  const facts = { helpers: command.helpers, isLate: met.isLate };
  return accepted('helpersNamed', { at, rule: 'D8.1h', facts, state: after });
}

/** D1, D10.1a: by decision of whoever stands above; guests and bodies that were asked are told. */
function changeHost({ state, command, at, on }: Asked<'changeHost'>): Decision<Conference> {
  const { host, hostPost, organisation, document } = command;
  const wrong = wrongDate(document.signedOn, { notBefore: null, on });
  if (wrong !== null) return refused(wrong, command.kind);
  if (isSameHost(state, command)) return refused('conference.host_unchanged', command.kind);
  const change = { organisation: organisation.code, host, hostPost, document };
  const after = revised(named({ ...state, host, organisation: organisation.code, hostChange: change }, [organisation]));
  const facts = {
    ...{ wasOrganisation: state.organisation, organisation: after.organisation, wasHost: state.host, host, hostPost },
    ...{ documentNumber: document.number, documentOn: document.signedOn },
  };
  const told = { kind: 'hostChanged', conferenceOn: state.on, document } as const;
  return accepted(
    'hostChanged',
    { at, rule: 'D1', facts, state: after },
    {
      notices: [
        {
          key: `hostChanged/${String(after.revisions)}`,
          letter: { ...told, agency: organisation.code },
          recipients: ['host', 'leadOffice'],
        },
        ...bodiesOf(state).map((agency) =>
          toBody(`hostChanged/${String(after.revisions)}`, { ...told, agency, ...guestEvent(after, agency) }),
        ),
      ],
    },
  );
}

function isSameHost({ organisation, host, hostChange }: Conference, command: Asked<'changeHost'>['command']): boolean {
  const isSamePost = hostChange === undefined || hostChange.hostPost === command.hostPost;
  return organisation === command.organisation.code && host === command.host && isSamePost;
}
