import type { CaseStanding } from './advance-case.js';

/** What is shown after the clock of a case was moved. */
export function advanceReport(workflowId: string, duration: string, standing: CaseStanding): string {
  const attributes = Object.entries(standing.searchAttributes).map(([name, value]) => `  ${name}: ${valueText(value)}`);
  return [
    `Đồng hồ của hồ sơ ${workflowId} đã đi thêm ${duration}, nay là ${instantText(standing.now)}.`,
    standing.isRunning ? 'Hồ sơ đang mở:' : 'Hồ sơ đã kết thúc:',
    ...attributes,
    ...(standing.details === null || standing.details === '' ? [] : ['', standing.details]),
    '',
  ].join('\n');
}

const instants = new Intl.DateTimeFormat('vi-VN', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: 'Asia/Ho_Chi_Minh',
});

function instantText(instant: Date): string {
  return instants.format(instant);
}

function valueText(value: unknown): string {
  if (value instanceof Date) return instantText(value);
  return Array.isArray(value) ? value.map(valueText).join(', ') : String(value);
}
