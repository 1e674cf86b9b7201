import {
  citationOf,
  dateAt,
  formatDay,
  workingUrlOf,
  type CalendarSlice,
  type Duty,
  type DutyDebtor,
  type OrganisationCode,
  type PastEvent,
  type RuleId,
  type ShownDeadline,
} from '@dialogue/domain';

/** Beside every step that waits for the register. */
export const ledgerSummary = 'Ghi vào sổ đăng ký';

/** As much of a case as its page speaks of. */
interface ShownCase<Stage extends string, Kind extends string> {
  readonly stage: Stage;
  readonly organisation: OrganisationCode;
  readonly leadOffice: OrganisationCode;
  readonly names: Readonly<Record<string, string>>;
  readonly duties: readonly Duty<Kind>[];
  readonly calendar: Pick<CalendarSlice, 'edition'>;
}

/** How one kind of case is spoken of; every stage, duty and flag has its words, or it does not compile. */
export interface CaseWords<State extends ShownCase<string, string>, Flag extends string> {
  /** What the case is, before its stage: `Kiến nghị KN-2026-000001`. */
  readonly title: (state: State) => string;
  readonly stages: Readonly<Record<State['stage'], string>>;
  /** What somebody has to do, after whose turn it is. */
  readonly duties: Readonly<Record<State['duties'][number]['kind'], string>>;
  readonly flags: Readonly<Record<Flag, string>>;
  /** What happened, beyond what happens to every case. */
  readonly events: Readonly<Record<string, string>>;
  readonly debtors: Readonly<Record<State['duties'][number]['kind'], { readonly owedBy: DutyDebtor }>>;
  readonly flagsOf: (state: State) => readonly Flag[];
  readonly agencyOf: (state: State) => OrganisationCode | null;
  readonly nextDuty: (state: State) => State['duties'][number] | null;
  /** How the one who answers for it is called, and by which rule. */
  readonly head: { readonly title: string; readonly rule: RuleId };
  /** What else a supervisor wants to see, in its order. */
  readonly facts: (state: State, workingLink: WorkingLink) => readonly string[];
}

/** A link to the working of a deadline, to put behind its day; nothing where it is not known where people reach the API. */
export type WorkingLink = (deadline: Omit<ShownDeadline, 'edition'>) => string;

/** What a page shows besides the state of its case. */
export interface BesideState {
  /** The newest events, oldest first. */
  readonly recent: readonly PastEvent[];
  /** Where people reach the API; a run that began before links were shown does not know it. */
  readonly publicUrl?: string | undefined;
}

/** The page of one kind of case in the Temporal UI, and the summary of the timer on which it sleeps. */
export interface CasePage<State> {
  /** In Markdown: where it stands, who is awaited, until when, by which rule, what happened. */
  readonly page: (state: State, beside: BesideState) => string;
  readonly waitsFor: (state: State) => string;
}

/** D11.3: one frame for the pages of all kinds of case. */
export function casePage<Flag extends string, State extends ShownCase<string, string>>(
  words: CaseWords<State, Flag>,
): CasePage<State> {
  type Owed = State['duties'][number];
  const dutyWords: Readonly<Record<string, string>> = words.duties;
  const debtors: Readonly<Record<string, { readonly owedBy: DutyDebtor }>> = words.debtors;
  const stages: Readonly<Record<string, string>> = words.stages;
  return { page, waitsFor };

  function page(state: State, { recent, publicUrl }: BesideState): string {
    const raised = words.flagsOf(state).map((flag) => words.flags[flag]);
    const workingLink = workingLinkOf(state, publicUrl);
    const lines = [
      `### ${words.title(state)}: ${stages[state.stage] ?? state.stage}`,
      ...openDuties(state, workingLink),
      `**${words.head.title}:** ${headOf(state)} (${citationOf(words.head.rule)})`,
      ...words.facts(state, workingLink),
      ...(raised.length === 0 ? [] : [`**Lưu ý:** ${raised.join('; ')}`]),
      `**Diễn biến**\n\n${recent.map(eventLine).join('\n')}`,
    ];
    return lines.join('\n\n');
  }

  function waitsFor(state: State): string {
    const duty = words.nextDuty(state);
    if (duty === null) return 'Không có thời hạn nào đang chạy';
    return `Chờ ${turnOf(state, duty)}, hạn ${formatDay(duty.dueOn)}`;
  }

  function openDuties(state: State, workingLink: WorkingLink): readonly string[] {
    if (state.duties.length === 0) return ['**Đang chờ:** không còn việc nào có thời hạn'];
    return state.duties.map((duty) => `${dutyLine(state, duty)}${workingLink(duty)}`);
  }

  function dutyLine(state: State, duty: Owed): string {
    const overdue = duty.missedAt === null ? '' : ' · **QUÁ HẠN**';
    const belated = duty.isBelated === true ? ' (đã muộn khi bắt đầu, phải làm ngay)' : '';
    const provisional = duty.isProvisional ? ' (tạm tính: lịch nghỉ của năm chưa công bố đủ)' : '';
    const until = `hết ${formatDay(duty.dueOn)}${belated}${provisional}${overdue}`;
    return `**Đang chờ:** ${turnOf(state, duty)}  \n**Hạn:** ${until}, theo ${citationOf(duty.rule)}`;
  }

  function turnOf(state: State, { kind, body }: Owed): string {
    const debtor = body === undefined ? owedBy(state, kind) : nameOf(state, body);
    return `${debtor} ${dutyWords[kind] ?? kind}`;
  }

  function owedBy(state: State, kind: string): string {
    switch (debtors[kind]?.owedBy) {
      case 'host':
        return headOf(state);
      case 'agency':
        return nameOf(state, words.agencyOf(state) ?? state.leadOffice);
      case 'leadOffice':
      case undefined:
        return nameOf(state, state.leadOffice);
    }
  }

  function eventLine({ event, at, rule }: PastEvent): string {
    const happened = words.events[event] ?? commonEvents[event] ?? event;
    return `- ${formatDay(dateAt(at))}: ${happened} (${citationOf(rule)})`;
  }
}

/** D11.1c: on the edition that the case holds, which is the one on which it counted. */
function workingLinkOf(
  { calendar: { edition } }: Pick<ShownCase<string, string>, 'calendar'>,
  publicUrl: string | undefined,
): WorkingLink {
  if (publicUrl === undefined) return () => '';
  return ({ rule, anchorOn, dueOn }) =>
    ` · [Cách tính thời hạn](${workingUrlOf(publicUrl, { rule, anchorOn, dueOn, edition })})`;
}

/** A body as it was called when it came into the case, with its code. */
export function nameOf({ names }: Pick<ShownCase<string, string>, 'names'>, code: string): string {
  return `${names[code] ?? code} (${code})`;
}

function headOf(state: ShownCase<string, string>): string {
  return `người đứng đầu ${nameOf(state, state.organisation)}`;
}

const commonEvents: Readonly<Record<string, string>> = {
  urged: 'Đôn đốc',
  remindersDropped: 'Bỏ lời nhắc đã muộn',
  deadlineMissed: 'Quá hạn',
  deliveryNoted: 'Kết quả gửi thư',
  calendarChanged: 'Tính lại thời hạn theo lịch làm việc mới',
  termsAdopted: 'Áp dụng quy định về thời hạn mới',
  organisationChanged: 'Bàn giao cho cơ quan kế thừa',
};
