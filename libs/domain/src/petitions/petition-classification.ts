import type { Decision, Facts } from '../cases/case-machine.js';
import type { RuleId } from '../regulation/rule-id.js';
import { accepted, refused, type Asked } from './petition-asked.js';
import type { Petition } from './petition.js';

/** How a petition is classed, and marked as abuse (D4.1, D4.5, D5, D8.2a). */
export const decideClassification = { classify, markAbusive };

/** Whatever is given is said anew; what is not given stays. */
function classify({ state, command, at }: Asked<'classify'>): Decision<Petition> {
  const { field, urgency, authority, classification } = command;
  // D4.1: of a state secret there is no text that could be classed.
  if (classification !== undefined && state.classification === 'stateSecret')
    return refused('petition.stub_of_secret', 'D4.1');
  const marks = {
    ...(urgency === undefined ? {} : { urgency }),
    ...(authority === undefined ? {} : { authority }),
    ...(classification === undefined ? {} : { classification }),
  };
  const rule = ruleOf(command);
  const given: Facts = { ...marks, ...(field === undefined ? {} : { field }) };
  if (Object.keys(given).length === 0) return refused('case.unchanged', rule);
  return accepted('classified', { at, rule, facts: given, state: { ...state, ...marks } }, []);
}

/** The most binding of the rules that a classification carries out. */
function ruleOf({ urgency, authority, classification }: Asked<'classify'>['command']): RuleId {
  if (classification !== undefined) return 'D4.1';
  return urgency === undefined && authority === undefined ? 'D5' : 'D8.2a';
}

/** D4.5: the host's own word, which the host may take back; what is owed stays owed. */
function markAbusive({ state, command, at }: Asked<'markAbusive'>): Decision<Petition> {
  const { isAbusive } = command;
  if ((state.isAbusive ?? false) === isAbusive) return refused('case.unchanged', 'D4.5');
  const event = isAbusive ? 'markedAbusive' : 'abuseCleared';
  return accepted(event, { at, rule: 'D4.5', facts: {}, state: { ...state, isAbusive } }, []);
}
