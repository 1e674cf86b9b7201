import type { PetitionSource } from '@dialogue/domain';
import type { PetitionerCategory } from '@dialogue/persistence';

import type { Column } from '../cases/case-list.js';
import { caseColumns, dateShown } from '../cases/case-names.vi.js';
import type { PetitionSummaryResponse } from './petition.response-schemas.js';

const sourceNames: Readonly<Record<PetitionSource, string>> = {
  beforeCutOff: 'trước ngày chốt danh sách',
  late: 'sau ngày chốt danh sách',
  atConference: 'tại hội nghị',
  outsideConference: 'ngoài hội nghị',
};

const categoryNames: Readonly<Record<PetitionerCategory, string>> = {
  cadre: 'cán bộ, công chức, viên chức',
  worker: 'người lao động',
  member: 'đoàn viên, hội viên',
  armedForces: 'lực lượng vũ trang',
  resident: 'người dân',
  investor: 'nhà đầu tư, doanh nghiệp',
};

/** A list of petitions as a table for people; nothing of the sealed person is in it (D11.1d). */
export const petitionColumns: readonly Column<PetitionSummaryResponse>[] = [
  { title: 'Số kiến nghị', cell: ({ number }) => number },
  { title: 'Tiêu đề', cell: ({ title }) => title },
  caseColumns.stage,
  { title: 'Lĩnh vực', cell: ({ fieldName }) => fieldName },
  { title: 'Nguồn', cell: ({ source }) => sourceNames[source] },
  { title: 'Đối tượng', cell: ({ category }) => categoryNames[category] },
  caseColumns.organisation,
  caseColumns.leadOffice,
  { title: 'Cơ quan được giao', cell: ({ agency }) => agency?.name ?? null },
  { title: 'Ngày nhận', cell: ({ receivedOn }) => dateShown(receivedOn) },
  caseColumns.due,
  caseColumns.article,
  caseColumns.flags,
];
