/** D16: the copy at hand lacks number and date of signing, so neither is written. */
export const regulationTitle =
  'Quy định về đối thoại trực tiếp giữa người đứng đầu cấp ủy, chính quyền các cấp; ' +
  'người đứng đầu các sở, ban, ngành cấp tỉnh với nhân dân của Ban Thường vụ Tỉnh ủy Sơn La';
