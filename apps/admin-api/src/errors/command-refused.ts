import type { DomainErrorCode, RuleId } from '@dialogue/domain';

/** A rule refused a command, and the register has recorded so: told again, with the same words, to whoever repeats it. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  readonly code: DomainErrorCode;
  readonly rule: RuleId;
  readonly commandId: string;
  /** What was wanted, for the sentence. */
  readonly kind: string;

  constructor(
    refusal: { readonly code: DomainErrorCode; readonly rule: RuleId },
    command: { readonly id: string; readonly kind: string },
  ) {
    super(refusal.code);
    this.code = refusal.code;
    this.rule = refusal.rule;
    this.commandId = command.id;
    this.kind = command.kind;
  }
}
