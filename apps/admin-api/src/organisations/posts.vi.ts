import type { PostKind } from '@dialogue/domain';

/** What a post is called where no other title is given. */
export const usualTitles: Readonly<Record<PostKind, string>> = {
  partySecretary: 'Bí thư',
  deputySecretaryChairingCouncil: 'Phó Bí thư, Chủ tịch Hội đồng nhân dân',
  councilChair: 'Chủ tịch Hội đồng nhân dân',
  committeeChair: 'Chủ tịch Ủy ban nhân dân',
  departmentHead: 'Thủ trưởng cơ quan',
  partyBoardHead: 'Trưởng ban',
  frontHead: 'Chủ tịch Ủy ban Mặt trận Tổ quốc',
  organisationHead: 'Người đứng đầu tổ chức',
  officeHead: 'Chánh Văn phòng',
  clerk: 'Chuyên viên tổng hợp',
  handler: 'Chuyên viên xử lý',
};
