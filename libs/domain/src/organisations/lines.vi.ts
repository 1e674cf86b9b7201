import type { LineKind } from './lines.js';

/** What a line is called. */
export const lineNames: Readonly<Record<LineKind, string>> = {
  leadOffice: 'cơ quan đầu mối',
  monitor: 'cơ quan theo dõi, đôn đốc',
  front: 'Mặt trận Tổ quốc giám sát',
  superior: 'cơ quan cấp trên trực tiếp',
  reportTo: 'nơi nhận báo cáo',
  copyTo: 'nơi nhận bản sao báo cáo',
  resultTo: 'nơi nhận báo cáo kết quả hội nghị',
};
