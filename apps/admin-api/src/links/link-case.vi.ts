import { dateAt, documentMark, formatDate, formatDay, hourWords } from '@dialogue/domain';
import type { NamedOrganisation } from '@dialogue/persistence';

import { commandName, conferenceStageNames, stageNames } from '../cases/case-sentences.vi.js';
import { escapeHtml } from '../http/html-page.js';
import { currentRound, rowOf } from './link-acts.js';
import type { ConferenceLinkCase, LinkCase, PetitionLinkCase } from './link-case.js';
import { prose } from './link-page-parts.vi.js';

/** What a case is called, what is asked of the body, and the facts about it; each fact is HTML already. */
export interface AboutCase {
  readonly title: string;
  readonly ask: string;
  readonly lines: readonly (readonly [label: string, html: string])[];
}

export function aboutCase(shown: LinkCase, body: NamedOrganisation): AboutCase {
  return shown.kind === 'petition' ? aboutPetition(shown, body) : aboutConference(shown, body);
}

/** What a case is called. */
export function caseTitle(shown: LinkCase): string {
  return shown.kind === 'petition'
    ? `Kiến nghị, phản ánh số ${shown.petition.number}`
    : `Hội nghị đối thoại số ${shown.conference.number}`;
}

function aboutPetition(shown: PetitionLinkCase, body: NamedOrganisation): AboutCase {
  const { petition } = shown;
  const round = currentRound(petition);
  return {
    title: caseTitle(shown),
    ask: askOfPetition(shown, body),
    lines: [
      ...wordsOf(shown),
      ['Giao theo yêu cầu của', escapeHtml(`Người đứng đầu ${petition.organisation.name}`)],
      ...(round === undefined ? [] : roundLines(round)),
      ['Giai đoạn', escapeHtml(stageNames[petition.stage])],
    ],
  };
}

function askOfPetition({ petition, isLead }: PetitionLinkCase, { name }: NamedOrganisation): string {
  if (petition.stage !== 'assigned' && petition.stage !== 'inProgress') return `Hồ sơ ${stageNames[petition.stage]}.`;
  if (!isLead) return `Đề nghị ${name} gửi ý kiến phối hợp đến ${petition.agency?.name ?? ''}.`;
  const isReceived = currentRound(petition)?.receivedOn != null;
  return `Đề nghị ${name} ${isReceived ? '' : 'xác nhận đã nhận văn bản giao việc, '}giải quyết kiến nghị này và trả lời.`;
}

/** D4.1, D11.1d: of what is restricted, or may betray a person, nothing that was written is shown. */
function wordsOf({ petition, isWithheld }: PetitionLinkCase): AboutCase['lines'] {
  if (isWithheld) return [['Nội dung', escapeHtml('Được bảo vệ, không hiển thị ở đây. Xem văn bản giao việc.')]];
  return [
    ['Về việc', escapeHtml(petition.title)],
    ['Nội dung kiến nghị', prose(petition.content)],
  ];
}

function roundLines(round: NonNullable<ReturnType<typeof currentRound>>): AboutCase['lines'] {
  const { agency, document, assignedOn, receivedOn, isReceiptDeemed, extendedTo, extensionWantedOn, contributions } =
    round;
  const others = contributions.filter(({ endedOn }) => endedOn === null).map((each) => each.agency.name);
  return [
    ['Văn bản giao việc', escapeHtml(`${documentMark(document)}; giao ngày ${formatDate(assignedOn)}`)],
    ['Cơ quan chủ trì giải quyết', escapeHtml(agency.name)],
    ...when(others.length > 0, 'Cơ quan phối hợp', others.join('; ')),
    ...when(
      receivedOn !== null,
      'Ngày đến',
      receivedOn === null
        ? ''
        : `${formatDay(receivedOn)}${isReceiptDeemed ? ' (coi như đã nhận, vì cơ quan chưa xác nhận)' : ''}`,
    ),
    ...when(
      extensionWantedOn !== null,
      'Đang đề nghị gia hạn đến',
      extensionWantedOn === null ? '' : formatDay(extensionWantedOn),
    ),
    ...when(extendedTo !== null, 'Được gia hạn đến', extendedTo === null ? '' : formatDay(extendedTo)),
  ];
}

function aboutConference(shown: ConferenceLinkCase, body: NamedOrganisation): AboutCase {
  const { conference } = shown;
  const { title, contents, programme, place, on, startsAt, organisation, stage, postponedOn } = conference;
  const isWithoutDay = stage === 'postponed' || stage === 'awaitingDirection' || postponedOn !== null;
  return {
    title: caseTitle(shown),
    ask: askOfConference(shown, body),
    lines: [
      ['Tên hội nghị', escapeHtml(title)],
      ['Chủ trì', escapeHtml(`Người đứng đầu ${organisation.name}`)],
      ['Thời gian', escapeHtml(isWithoutDay ? 'Chưa có ngày tổ chức mới' : `${hourWords(startsAt)}, ${formatDay(on)}`)],
      ['Địa điểm', escapeHtml(place)],
      ['Nội dung đối thoại', prose(contents)],
      ...(programme === null ? [] : [['Chương trình', prose(programme)] as const]),
      ['Giai đoạn', escapeHtml(conferenceStageNames[stage])],
    ],
  };
}

function askOfConference(shown: ConferenceLinkCase, { code, name }: NamedOrganisation): string {
  const row = rowOf(shown, code);
  const asks = [
    ...(row?.askedOn != null && row.opinionsOn === null ? ['tổng hợp, gửi ý kiến, kiến nghị'] : []),
    ...(shown.duties.some(({ kind }) => kind === 'prepareAnswers')
      ? ['chuẩn bị nội dung trả lời các kiến nghị được giao']
      : []),
    ...(row?.invitedOn != null && row.attendance === null ? ['cử lãnh đạo dự hội nghị và xác nhận người dự'] : []),
  ];
  return asks.length === 0
    ? `Hội nghị ${conferenceStageNames[shown.conference.stage]}.`
    : `Đề nghị ${name} ${asks.join('; ')}.`;
}

/** What a body has done so far, each in one line, whoever has entered it. */
export function doneSoFar(shown: LinkCase, body: string): readonly string[] {
  return shown.kind === 'petition' ? doneOfPetition(shown, body) : doneOfConference(shown, body);
}

const ofAgency = ['acknowledge', 'answer', 'requestExtension', 'recordResolution'];

function doneOfPetition({ petition, isLead }: PetitionLinkCase, body: string): readonly string[] {
  const begun = petition.history.findLast(({ event }) => event === 'assigned' || event === 'reassigned')?.sequence ?? 0;
  return petition.history
    .filter(({ sequence, command, facts }) => {
      if (sequence <= begun || command === null) return false;
      return command === 'contribute' ? facts['agency'] === body : isLead && ofAgency.includes(command);
    })
    .map(({ at, command, facts }) => {
      const number = facts['documentNumber'] ?? facts['arrivalNumber'];
      const of = typeof number === 'string' ? ` (số ${number})` : '';
      return `${formatDate(dateAt(at))}: ${commandName('petition', command ?? '') ?? ''}${of}`;
    });
}

function doneOfConference(shown: ConferenceLinkCase, body: string): readonly string[] {
  const row = rowOf(shown, body);
  const prepared = shown.conference.petitions.filter(
    ({ preparedBy, preparedOn }) => preparedBy?.code === body && preparedOn !== null,
  );
  return [
    ...(row?.opinionsOn == null
      ? []
      : [
          `${formatDate(row.opinionsOn)}: ${row.opinionsAreNone === true ? 'báo không có ý kiến, kiến nghị' : 'gửi ý kiến, kiến nghị'}`,
        ]),
    ...prepared.map(
      ({ number, preparedOn }) =>
        `${preparedOn === null ? '' : formatDate(preparedOn)}: gửi nội dung trả lời kiến nghị số ${number}`,
    ),
    ...(row?.attendance == null || row.attendanceOn === null
      ? []
      : [
          `${formatDate(row.attendanceOn)}: ${row.attendance === 'confirmed' ? 'xác nhận dự hội nghị' : 'báo cử người khác dự'}`,
        ]),
  ];
}

function when(isShown: boolean, label: string, value: string): AboutCase['lines'] {
  return isShown ? [[label, escapeHtml(value)]] : [];
}
