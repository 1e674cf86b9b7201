import { dateAt } from '@dialogue/domain';

/** The petition that all benches live through: at the lead office of the province, answered by one department. */
export const office = { organisation: 'SL-UBND', leadOffice: 'SL-VPUBND', agency: 'SL-SXD', agencyName: 'Sở Xây dựng' };

/** How it is handed in. */
export const registration = {
  title: 'Đề nghị sửa chữa đường liên bản',
  content: 'Đường liên bản hư hỏng nặng sau mưa lũ.',
  source: 'outsideConference',
  category: 'resident',
  organisation: office.organisation,
  petitioner: { name: 'Lò Văn Thử', email: 'nguoi.dan@petitioner.example' },
};

/**
 * From the acceptance to the end: for each command its route, its body, and of that what goes to the case (`command`) and
 * what stays with the words of people.
 *
 * @param {number} at
 */
export function lifeOn(at) {
  const on = dateAt(at);
  const evidence = { number: '88/SXD-QLN', signedOn: on, signatory: 'Giám đốc Sở' };
  const { agency, agencyName } = office;
  const ordered = { document: { number: '345/UBND-TD', signedOn: on } };
  const answered = { answer: 'measure', document: { number: '87/SXD-QLN', signedOn: on } };
  const received = { arrivalNumber: '1024', receivedOn: on };
  const sent = { number: '56/TB-VP', sentOn: on, means: 'email' };
  const approval = { number: '90/UBND-TD', signedOn: on, signatory: 'Chủ tịch' };
  const text = 'Sở đã bố trí kinh phí sửa chữa trong quý I.';
  return [
    step('accept', { command: { field: 'economy' } }),
    step('assign', { command: { agency, ...ordered }, known: { agencyName } }),
    step('acknowledge', { command: received, words: { evidence }, known: { isEvidenced: true } }),
    step('answer', { command: answered, words: { text, evidence }, known: { arrivedOn: null, nextReportOn: null } }),
    step('approveAnswer', { words: { evidence: approval }, known: { isDecided: false } }),
    step('recordResolution', { words: { evidence } }),
    step('recordNoticeSent', { command: sent }),
    step('close', {}),
  ];
}

/** `command` and `words` are what a request says, `known` what the door adds to the command. */
function step(kind, { command = {}, words = {}, known = {} }) {
  const route = kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { kind, route, body: { ...command, ...words }, payload: { kind, ...command, ...known }, words };
}
