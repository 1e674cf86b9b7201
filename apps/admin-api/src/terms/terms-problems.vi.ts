import { citationOf, type TermsProblem, type TermsProblemCode } from '@dialogue/domain';

/** What is wrong with one number, rung or recipient of local terms, as an office says it. */
export function termsProblemSentence({ code, rule, limit }: TermsProblem): string {
  return sentences[code].replace('{limit}', String(limit)).replace('{article}', citationOf(rule));
}

const sentences: Readonly<Record<TermsProblemCode, string>> = {
  'terms.nothingSet':
    'Nêu ít nhất một loại việc (petition, conference hoặc report). Để trở về mặc định, nêu loại việc đó mà không nêu gì bên trong.',
  'days.notWhole': 'Phải là số nguyên.',
  'days.notPositive':
    'Phải từ 1 trở lên, tính theo đúng chiều của thời hạn: việc phải xong trước hội nghị ghi số âm, việc sau hội nghị ghi số dương.',
  'days.tooMany': 'Không được quá {limit}.',
  'days.notSettable': 'Ngày này do người chủ trì ấn định từng lần ({article}), không đặt trước được.',
  'days.otherUnit':
    'Phải giữ đúng đơn vị của thời hạn này ({article}): ngày làm việc (workingDays) hoặc ngày theo lịch (days).',
  'days.longerThanRegulation':
    'Thời hạn này thoáng hơn Quy định ({limit} ngày, {article}): phải nêu văn bản làm căn cứ (legalBasis).',
  'days.differFromRegulation':
    'Quy định ấn định đúng {limit} ngày ({article}), nên dài hơn hay ngắn hơn đều phải nêu văn bản làm căn cứ (legalBasis).',
  'rung.twice': 'Ngày này bị lặp lại: mỗi ngày chỉ đôn đốc một lần.',
  'rung.outOfOrder': 'Các lần đôn đốc phải xếp theo thứ tự từ sớm đến muộn.',
  'rung.beforeBeginning': 'Lần nhắc này sớm hơn cả ngày bắt đầu tính thời hạn, hoặc sớm hơn 20 ngày làm việc.',
  'recipients.empty': 'Phải có ít nhất một nơi nhận.',
  'recipient.twice': 'Nơi nhận này bị lặp lại.',
  'recipient.unfit': 'Việc này không có nơi nhận như vậy.',
  'recipient.tooEarly': 'Chưa quá hạn thì chưa báo lên nơi nhận này ({article}).',
  'ladder.empty': 'Phải có ít nhất một lần đôn đốc.',
  'ladder.ends': 'Phải đôn đốc cho đến khi xong việc: nêu cách mấy ngày lại đôn đốc (thenEvery).',
  'ladder.neverEscalates':
    'Quá hạn mà chưa trả lời thì phải báo lên trên cơ quan được giao: cơ quan đầu mối, nơi giám sát, người chủ trì hoặc cấp trên (khoản 3 Điều 11).',
  'hostKind.twice': 'Loại chức vụ này bị lặp lại.',
  'hostKind.unfit': 'Chỉ người đứng đầu mới được chủ trì đối thoại ({article}).',
};
