import { documentMark, ruleOfPeriod } from '@dialogue/domain';
import type { LetterWriter } from './letter-request.js';
import { figureFacts, reportDetails, reportFacts, reportName } from './report-frame.vi.js';

/** The report itself, with its frozen figures and text (D14.1, D14.2). */
export const periodReportLetter: LetterWriter<'periodReport'> = ({ period, document }, request) => {
  const { text, reporterName } = reportDetails(request);
  const isCopy = request.recipientRole === 'reportCopy';
  return {
    topic: `${isCopy ? 'Bản sao' : 'Gửi'} ${reportName(period)} về kết quả đối thoại và giải quyết kiến nghị`,
    paragraphs: [
      `${reporterName} gửi ${reportName(period)} về kết quả đối thoại và giải quyết kiến nghị của nhân dân (văn bản ${documentMark(document)}).`,
      // The office's own text, paragraph by paragraph.
      ...text.split(/\n+/),
    ],
    facts: [
      ...reportFacts(period, request),
      { label: 'Văn bản', value: documentMark(document) },
      ...figureFacts(request),
    ],
    deadline: null,
    rules: [ruleOfPeriod(period)],
  };
};
