import {
  askAgainSignal,
  envelopeOf,
  envelopeOfNews,
  launchOf,
  type CarriedCommand,
  type Envelope,
} from '@dialogue/contracts';
import type { Door, DoorReference, OutboxRow } from '@dialogue/persistence';
import type { Client } from '@temporalio/client';

/** Brings commands to their cases. Everything here may be repeated: a case knows the commands it has seen. */
export interface CaseSignaller {
  /** Sends what Temporal has not been told, in order of arrival. */
  readonly sendUnsignalled: (reference: DoorReference) => Promise<void>;
  /** Repeats what was sent and has had no outcome for long; changes nothing where the case is still at it. */
  readonly remind: (reference: DoorReference) => Promise<void>;
  /** Carries out one row of the outbox. */
  carryOut(row: OutboxRow): Promise<void>;
}

const deadlineMs = 10_000;

export function createCaseSignaller(
  client: Client,
  door: Pick<Door, 'unsignalled' | 'undecided' | 'markSignalled'>,
): CaseSignaller {
  return { sendUnsignalled, remind, carryOut };

  async function sendUnsignalled(reference: DoorReference): Promise<void> {
    for (const command of await door.unsignalled(reference)) {
      await signal(reference, envelopeOf(command));
      await door.markSignalled([command.id]);
    }
  }

  async function remind(reference: DoorReference): Promise<void> {
    for (const command of await door.undecided(reference)) await signal(reference, envelopeOf(command));
  }

  async function carryOut({ message, ...row }: OutboxRow): Promise<void> {
    if (message.kind === 'wakeMail') return wake(message.caseId);
    if (message.kind !== 'signalCase') return start(message.caseKind, message.caseId);
    const { command, ...reference } = message;
    return signal(reference, envelopeOfNews({ ...row, command }));
  }

  async function start(kind: 'mail' | 'rollout' | 'import' | 'reconciliation', id: string): Promise<void> {
    const { workflowType, ...launch } = launchOf(kind, id);
    await client.withDeadline(Date.now() + deadlineMs, () => client.workflow.start(workflowType, launch));
  }

  /** A letter that is settled meanwhile is started, finds nothing to do, and ends again. */
  async function wake(deliveryId: string): Promise<void> {
    const { workflowType, ...launch } = launchOf('mail', deliveryId);
    const request = { ...launch, signal: askAgainSignal, signalArgs: [] };
    await client.withDeadline(Date.now() + deadlineMs, () => client.workflow.signalWithStart(workflowType, request));
  }

  async function signal({ caseKind, caseId }: DoorReference, envelope: Envelope<CarriedCommand>): Promise<void> {
    const { workflowType, ...launch } = launchOf(caseKind, caseId);
    const request = { ...launch, signal: envelope.command.kind, signalArgs: [envelope] };
    await client.withDeadline(Date.now() + deadlineMs, () => client.workflow.signalWithStart(workflowType, request));
  }
}
