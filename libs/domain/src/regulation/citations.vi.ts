import type { RuleId } from './rule-id.js';

/**
 * Where a rule stands in the regulation, as an office cites it: `khoản 1 Điều 11, gạch đầu dòng thứ hai`.
 * Begins with a small letter unless an article stands alone, so that it reads on inside a sentence.
 */
export function citationOf(rule: RuleId): string {
  return citations[rule];
}

/** The articles have no lettered points: a place below a clause is named by its dash, as the text itself is laid out. */
const citations = {
  D1: 'Điều 1',
  'D2.1': 'khoản 1 Điều 2, gạch đầu dòng thứ hai',
  'D2.2': 'khoản 2 Điều 2, gạch đầu dòng thứ hai',
  'D4.3': 'khoản 3 Điều 4',
  'D4.4': 'khoản 4 Điều 4',
  'D4.5': 'khoản 5 Điều 4',
  'D4.1': 'khoản 1 Điều 4',
  D5: 'Điều 5',
  'D6.2a': 'khoản 2 Điều 6, gạch đầu dòng thứ nhất',
  'D6.2b': 'khoản 2 Điều 6, gạch đầu dòng thứ hai',
  'D7.1': 'khoản 1 Điều 7',
  'D7.2': 'khoản 2 Điều 7',
  'D7.3': 'khoản 3 Điều 7',
  'D7.4': 'khoản 4 Điều 7',
  'D8.1': 'khoản 1 Điều 8',
  'D8.1a': 'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ nhất',
  'D8.1b': 'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ hai',
  'D8.1c': 'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ ba',
  'D8.1d': 'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ tư',
  'D8.1e': 'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ năm',
  'D8.1f': 'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ sáu',
  'D8.1g': 'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ bảy',
  'D8.1h': 'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ tám',
  'D8.1i': 'điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ chín',
  'D8.2a': 'điểm 1.2 khoản 1 Điều 8, gạch đầu dòng thứ nhất',
  'D8.2b': 'điểm 1.2 khoản 1 Điều 8, gạch đầu dòng thứ ba',
  'D8.3a': 'khoản 2 Điều 8, gạch đầu dòng thứ nhất',
  'D8.3b': 'khoản 2 Điều 8, gạch đầu dòng thứ hai',
  D9: 'Điều 9',
  'D10.1a': 'khoản 1 Điều 10, gạch đầu dòng thứ hai',
  'D10.1b': 'khoản 1 Điều 10, gạch đầu dòng thứ ba',
  'D10.2': 'khoản 2 Điều 10',
  'D10.1c': 'khoản 1 Điều 10, gạch đầu dòng thứ ba',
  'D10.3a': 'khoản 3 Điều 10, gạch đầu dòng thứ nhất và thứ ba',
  'D10.3b': 'khoản 3 Điều 10, gạch đầu dòng thứ hai',
  'D11.1a': 'khoản 1 Điều 11',
  'D11.1b': 'khoản 1 Điều 11, gạch đầu dòng thứ nhất',
  'D11.1c': 'khoản 1 Điều 11, gạch đầu dòng thứ hai',
  'D11.1d': 'khoản 1 Điều 11, gạch đầu dòng thứ hai',
  'D11.2a': 'khoản 2 Điều 11',
  'D11.2b': 'khoản 2 Điều 11',
  'D11.3': 'khoản 3 Điều 11',
  D12: 'Điều 12',
  'D13.1': 'khoản 1 Điều 13, gạch đầu dòng thứ hai',
  'D13.2': 'khoản 1 Điều 13, gạch đầu dòng thứ ba và khoản 3 Điều 13',
  'D13.3': 'khoản 2 Điều 13, gạch đầu dòng thứ hai',
  'D14.1': 'Điều 14, gạch đầu dòng thứ nhất',
  'D14.2': 'Điều 14, gạch đầu dòng thứ hai',
  D15: 'Điều 15',
  D16: 'Điều 16',
} as const satisfies Record<RuleId, string>;
