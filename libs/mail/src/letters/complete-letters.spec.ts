import { describe, expect, it } from '@jest/globals';
import { regulationTitle, type LetterKind } from '@dialogue/domain';

import { sampleLetters, type SampleLetter } from '../preview/sample-letters.js';
import { aRequest } from '../preview/sample-request.vi.js';
import { composeLetter } from './compose-letter.js';
import { dutyWords } from './duties.vi.js';
import { readOf, wordsOf } from './letter-reading.fixture.js';

/** Letters that tell what has happened, and ask nothing of anybody. */
const tellOnly: readonly LetterKind[] = [
  ...(['accepted', 'redirected', 'reopened', 'merged', 'unmerged', 'assignmentTold', 'conclusionTold'] as const),
  ...(['outcomeTold', 'cooperationAsked', 'contributionReceived', 'dutyEnded', 'deadlinesMoved'] as const),
  ...(['answerReceived', 'demandAnswered', 'aggregateReport', 'situationReported', 'hostChanged'] as const),
  ...(['conferenceMoved', 'conferencePostponed', 'conferenceCancelled', 'directionGiven', 'periodReport'] as const),
];

const whom = [
  ...[
    'quý cơ quan',
    'chuyên viên được phân công',
    'cơ quan được giao',
    'cơ quan tiếp nhận',
    'cơ quan chủ trì tham mưu',
  ],
  ...['người chủ trì', 'cấp trên', 'đơn vị', 'đại diện lãnh đạo', 'đồng chí', 'Sở Tài chính'],
].join('|');
const ask = new RegExp(`(Đề nghị|Kính đề nghị|Kính trình|kính mời|Kính gửi|Kính báo cáo để) (${whom}) \\p{L}`, 'u');

const marker = 'Lò Thị Canary';

/** What must stand in a letter, in either form, by the name under which it would be missed. */
const parts: Readonly<Record<string, (words: string, sample: SampleLetter) => boolean>> = {
  'number of the case': (words) => words.includes('2026-000123'),
  salutation: (words) => words.includes('Kính gửi: '),
  'what is asked, of whom': (words, { letter, recipientRole }) => {
    if ('duty' in letter) return words.includes(`Đề nghị ${dutyWords[letter.duty].whom} ${dutyWords[letter.duty].ask}`);
    // What is due of an office is no task of the person's.
    return recipientRole === 'petitioner' || tellOnly.includes(letter.kind) || ask.test(words);
  },
  'deadline as a day with its weekday': (words, { dueOn }) => dueOn === null || words.includes(dueOn),
  'working days left': (words, { dueOn }) =>
    dueOn === null || /(Thời gian còn lại:? \d+|Tình trạng:? quá hạn \d+) ngày làm việc/.test(words),
  'link to the working of the deadline': (words, { dueOn }) =>
    dueOn === null || /\/v1\/deadlines\/explain\/page\?rule=D[\d.a-z]+&anchor=[\d-]+&due=2026-12-04/.test(words),
  article: (words, { citations }) =>
    /Căn cứ:? .*Điều \d+.*, Quy định/.test(words) &&
    [...citations, regulationTitle].every((part) => words.includes(part)),
  'whom to call': (words) =>
    /Liên hệ:? Văn phòng Tỉnh ủy; điện thoại 0212 3852 000; thư điện tử doithoai@vptu\.example/.test(words),
  // The page of a case asks for an account, which the person has not.
  'link to the case': (words, { recipientRole }) =>
    words.includes('/v1/petitions/0193abc') === (recipientRole !== 'petitioner'),
};

function missingIn(words: string, sample: SampleLetter): readonly string[] {
  return Object.entries(parts).flatMap(([name, isThere]) => (isThere(words, sample) ? [] : [name]));
}

describe('every letter to every recipient', () => {
  it.each(sampleLetters)('$id lacks no part, in text and in HTML, and says the same in both', async (sample) => {
    const { subject, text, html } = await composeLetter(aRequest({ ...sample, petitionerName: marker }));

    expect(`${text}${html}`.includes(marker)).toBe(sample.recipientRole === 'petitioner');
    expect(subject).not.toMatch(/Canary|Hỗ trợ sửa đường/);
    // A letter about several cases has the number of none of them.
    expect(subject).toMatch(
      /^\[(2026-000123|Lịch làm việc, bản số 2|Sở Tài chính|Thư tổng hợp thứ Hai, ngày 30\/11\/2026)\] [\p{Lu}\d]/u,
    );
    expect(subject).toContain(sample.dueOn === null ? '' : `(hạn ${sample.dueOn})`);
    const [plain, rich] = [readOf(text), readOf(html)];
    expect([missingIn(plain, sample), missingIn(rich, sample)]).toEqual([[], []]);
    const shown = new Set(wordsOf(rich));
    expect(wordsOf(plain).filter((word) => !shown.has(word))).toEqual([]);
    expect(withoutLinks(`${subject}\n${text}`)).not.toMatch(/undefined|null|NaN|\[object|SL-STC|D\d+\.\d/);
  });

  it('would be missed a part that is not there', async () => {
    const sample = sampleLetters.find(({ id }) => id === 'dutyReminder-answer/handler');
    if (sample === undefined) throw new Error('There is such a sample');
    const words = readOf((await composeLetter(aRequest(sample))).text);

    expect(missingIn('', sample)).toEqual(Object.keys(parts));
    expect(missingIn(words.replace('Đề nghị cơ quan', 'Cơ quan'), sample)).toEqual(['what is asked, of whom']);
    expect(missingIn(words.replace('điện thoại', ''), sample)).toEqual(['whom to call']);
  });
});

describe('every letter about a case that is sealed, restricted or only a stub', () => {
  it.each(sampleLetters)('D4.1, D11.1d: $id names the person only to the person, and no matter', async (sample) => {
    const isPetitioner = sample.recipientRole === 'petitioner';
    const request = aRequest({ ...sample, caseTitle: null, petitionerName: marker });

    const { subject, text, html } = await composeLetter(request);

    expect([subject, text, html].map((form) => form.includes(marker))).toEqual([false, isPetitioner, isPetitioner]);
    for (const form of [text, html]) expect(form).not.toMatch(/Hỗ trợ sửa đường liên bản|Nội dung:|>Nội dung</);
  });
});

/** Addresses are for browsers, and name a rule by its id. */
function withoutLinks(text: string): string {
  return text.replace(/https:\S+/g, '');
}
