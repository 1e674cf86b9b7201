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

/** Said of the person who takes a post. */
export const personTwice = 'Nêu người đã có trong hệ thống (personId) thì không nêu họ tên, thư điện tử, điện thoại.';
export const changeMissing = 'Hãy nêu ít nhất một mục cần sửa: họ tên, thư điện tử hoặc điện thoại.';
