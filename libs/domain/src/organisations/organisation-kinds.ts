import { councilBoardKind } from './hosts.js';

/** Kinds of administrative units, by the words of the country without their marks. */
export const unitKinds = ['tinh', 'huyen', 'thanh-pho', 'thi-xa', 'xa', 'phuong', 'thi-tran'] as const;

/** Kinds of bodies. */
export const bodyKinds = [
  'cap-uy',
  'van-phong',
  'ban-dang',
  'to-chuc-dang',
  'dang-uy-truc-thuoc',
  'hdnd',
  'doan-dbqh',
  'ubnd',
  'so',
  'don-vi-khac',
  'luc-luong-vu-trang',
  'mttq',
  'doan-the',
  councilBoardKind,
] as const;
