import type { ConferenceKind } from '@dialogue/domain';

import type { Column } from '../cases/case-list.js';
import { caseColumns, dateShown } from '../cases/case-names.vi.js';
import type { ConferenceSummaryResponse } from './conference.response-schemas.js';

const kindNames: Readonly<Record<ConferenceKind, string>> = { periodic: 'định kỳ', adHoc: 'đột xuất' };

/** A list of conferences as a table for people. */
export const conferenceColumns: readonly Column<ConferenceSummaryResponse>[] = [
  { title: 'Số hội nghị', cell: ({ number }) => number },
  { title: 'Tên hội nghị', cell: ({ title }) => title },
  { title: 'Loại', cell: ({ kind }) => kindNames[kind] },
  { title: 'Lĩnh vực', cell: ({ fieldName }) => fieldName },
  caseColumns.stage,
  { title: 'Ngày tổ chức', cell: ({ on }) => dateShown(on) },
  { title: 'Giờ', cell: ({ startsAt }) => startsAt },
  { title: 'Địa điểm', cell: ({ place }) => place },
  caseColumns.organisation,
  caseColumns.leadOffice,
  { title: 'Đã tổ chức ngày', cell: ({ heldOn }) => dateShown(heldOn) },
  caseColumns.due,
  caseColumns.article,
  caseColumns.flags,
];
