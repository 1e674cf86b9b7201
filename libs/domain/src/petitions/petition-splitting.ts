import type { Decision, Facts } from '../cases/case-machine.js';
import { accepted, refused, type Asked } from './petition-asked.js';
import { withTells } from './petition-conference.js';
import type { Petition } from './petition.js';

/** How one letter of several matters becomes several petitions (D8.1c). */
export const decideSplitting = { split };

/**
 * The petition keeps its first matter; each other one becomes a petition of the same person and day of receipt, with a
 * number of its own. They begin when this is recorded, and not before.
 */
function split({ state, command, at, on }: Asked<'split'>): Decision<Petition> {
  const { parts } = command;
  const { id, number, protection, classification } = state;
  // D4.1: of a state secret there is no text that could be split.
  if (classification === 'stateSecret') return refused('petition.stub_of_secret', 'D4.1');
  const places = parts.map((part, place) => [`part.${String(place + 1)}`, part] as const);
  const facts: Facts = { parts: parts.length, ...Object.fromEntries(places) };
  // D11.1d: who is sealed here is sealed there.
  const splitFrom = { id, number, on, ...(protection == null ? {} : { protection }) };
  return withTells(
    accepted('split', { at, rule: 'D8.1c', facts, state }, []),
    parts.map((part) => ({ caseKind: 'petition', caseId: part, command: { kind: 'register', splitFrom } })),
  );
}
