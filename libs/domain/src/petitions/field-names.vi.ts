import type { PetitionField } from './petition.js';

/** The fields of article 5 (D5), as lists and reports name them. */
export const fieldNames: Readonly<Record<PetitionField, string>> = {
  economy: 'kinh tế',
  cultureAndSociety: 'văn hóa - xã hội',
  defenceAndSecurity: 'quốc phòng - an ninh',
  publicOrder: 'trật tự, an toàn xã hội',
  partyAndGovernment: 'xây dựng Đảng, chính quyền, Mặt trận và đoàn thể',
};
