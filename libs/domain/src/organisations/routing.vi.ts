import type { CoordinatorRole, OfficeRole, RoutingCase, RoutingLevel } from './routing.js';

/** What a level of article 7 is called. */
export const routingLevelNames: Readonly<Record<RoutingLevel, string>> = {
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  department: 'sở, ban, ngành cấp tỉnh',
  directCommittee: 'đảng ủy trực thuộc tỉnh ủy',
  commune: 'cấp cơ sở',
};

/** What an office or a coordinating body is called where the register has no body for it. */
export const routingRoleNames: Readonly<Record<OfficeRole | CoordinatorRole, string>> = {
  partyCommitteeOffice: 'Văn phòng cấp ủy',
  councilOffice: 'Văn phòng Hội đồng nhân dân',
  committeeOffice: 'Văn phòng Ủy ban nhân dân',
  jointOffice: 'Văn phòng Hội đồng nhân dân - Ủy ban nhân dân',
  massMobilisationBoard: 'Ban Dân vận cấp ủy (nay là Ban Tuyên giáo và Dân vận)',
  provincialMassMobilisationBoard: 'Ban Dân vận tỉnh ủy (nay là Ban Tuyên giáo và Dân vận Tỉnh ủy)',
  front: 'Ủy ban Mặt trận Tổ quốc Việt Nam cùng cấp',
  bodiesConcerned: 'cơ quan, đơn vị có liên quan',
};

/** Each row in words that keep to the text of article 7, its peculiarities included. */
export const routingWordings: Readonly<Record<RoutingCase, string>> = {
  provincePartyCommittee:
    'Người đối thoại là Bí thư tỉnh ủy, hoặc Phó Bí thư tỉnh ủy là Chủ tịch Hội đồng nhân dân tỉnh: Văn phòng tỉnh ủy, Văn phòng Hội đồng nhân dân tỉnh chủ trì, phối hợp với Ban Dân vận tỉnh ủy, Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và cơ quan, đơn vị có liên quan.',
  provinceCouncilChair:
    'Người đối thoại là Chủ tịch Hội đồng nhân dân tỉnh không đồng thời là Bí thư tỉnh ủy, Phó Bí thư tỉnh ủy: Văn phòng Hội đồng nhân dân tỉnh chủ trì, phối hợp với Ban Dân vận tỉnh ủy, Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các cơ quan, đơn vị có liên quan.',
  provinceCommitteeChair:
    'Phó Bí thư, Chủ tịch Ủy ban nhân dân tỉnh chủ trì đối thoại: Văn phòng Ủy ban nhân dân tỉnh chủ trì, phối hợp Ban Dân vận tỉnh ủy, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và cơ quan, đơn vị có liên quan.',
  districtPartyCommittee:
    'Người đối thoại là Bí thư huyện ủy, thành ủy, hoặc Phó Bí thư huyện ủy, thành ủy đồng thời là Chủ tịch Hội đồng nhân dân huyện, thành phố: Văn phòng huyện ủy, thành ủy, Văn phòng Hội đồng nhân dân - Ủy ban nhân dân huyện, thành phố chủ trì, phối hợp với ban dân vận huyện ủy, thành ủy, Ủy ban Mặt trận Tổ quốc Việt Nam huyện, thành phố và cơ quan, đơn vị có liên quan.',
  districtCouncilChair:
    'Người đối thoại là Chủ tịch Hội đồng nhân dân huyện, thành phố (không đồng thời là Bí thư huyện ủy, thành ủy): Văn phòng Hội đồng nhân dân - Ủy ban nhân dân huyện, thành phố chủ trì, phối hợp với Ban Dân vận tỉnh ủy (theo đúng lời văn của Quy định), Ủy ban Mặt trận Tổ quốc Việt Nam huyện và các cơ quan, đơn vị có liên quan.',
  districtCommitteeChair:
    'Phó Bí thư, Chủ tịch Ủy ban nhân dân huyện, thành phố chủ trì đối thoại: Văn phòng Hội đồng nhân dân - Ủy ban nhân dân huyện, thành phố chủ trì, phối hợp ban dân vận huyện ủy, thành ủy, Ủy ban Mặt trận Tổ quốc Việt Nam huyện, thành phố và cơ quan, đơn vị có liên quan.',
  department:
    'Người đứng đầu sở, ban, ngành cấp tỉnh phân công và quy định cụ thể việc chuẩn bị nội dung, chương trình hội nghị đối thoại.',
  directCommittee:
    'Điều 7 không quy định cơ quan tham mưu cho Bí thư đảng ủy trực thuộc tỉnh ủy: người chủ trì phân công việc chuẩn bị.',
  commune:
    'Hội nghị đối thoại cấp cơ sở do Bí thư cấp ủy chỉ đạo phân công chuẩn bị nội dung, chương trình đối thoại, dù ai chủ trì.',
};
