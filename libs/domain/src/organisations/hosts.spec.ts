import { describe, expect, it } from '@jest/globals';

import { mayHost } from './hosts.js';
import { postKinds } from './recipients.js';

describe('who may host', () => {
  it.each([
    ['partySecretary', 'cap-uy', true, 'heads of Party committees'],
    ['partySecretary', 'dang-uy-truc-thuoc', true, 'of those directly under the province as well'],
    ['deputySecretaryChairingCouncil', 'hdnd', true, 'heads of authorities'],
    ['councilChair', 'hdnd', true, 'heads of authorities'],
    ['committeeChair', 'ubnd', true, 'heads of authorities'],
    ['departmentHead', 'so', true, 'heads of departments'],
    ['partyBoardHead', 'ban-dang', true, 'heads of Party boards'],
    ['frontHead', 'mttq', true, 'the chair of the Front'],
    ['organisationHead', 'doan-the', true, 'chairs of the socio-political organisations'],
    ['officeHead', 'van-phong', false, 'an office leads the preparation, its head does not host'],
    ['clerk', 'van-phong', false, 'staff'],
    ['handler', 'so', false, 'staff'],
    ['departmentHead', 'ban-hdnd', false, "the boards of the People's Council are left out by name"],
  ] as const)('D1: %s of a body of kind %s: %s (%s)', (postKind, bodyKind, expected, _reason) => {
    expect(mayHost(postKind, bodyKind)).toBe(expected);
  });

  it("D1: nobody in a board of the People's Council may, whatever the post", () => {
    expect(postKinds.filter((kind) => mayHost(kind, 'ban-hdnd'))).toEqual([]);
  });
});
