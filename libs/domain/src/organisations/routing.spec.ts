import { describe, expect, it } from '@jest/globals';

import { postKinds, type PostKind } from './recipients.js';
import { onlyRow, routingLevelOf, routingLevels, routingRow, rowOfCase, routingCases } from './routing.js';
import { routingRoleNames, routingWordings } from './routing.vi.js';

const bdv = ['massMobilisationBoard', 'front', 'bodiesConcerned'];
const provincialBdv = ['provincialMassMobilisationBoard', 'front', 'bodiesConcerned'];

describe('the table of article 7', () => {
  it.each<[readonly PostKind[], readonly string[], string]>([
    [['partySecretary'], ['partyCommitteeOffice', 'councilOffice'], 'the Secretary'],
    [
      ['deputySecretaryChairingCouncil'],
      ['partyCommitteeOffice', 'councilOffice'],
      'the Deputy who chairs the council',
    ],
    [['deputySecretaryChairingCouncil', 'councilChair'], ['partyCommitteeOffice', 'councilOffice'], 'entered as both'],
    [
      ['councilChair', 'partySecretary'],
      ['partyCommitteeOffice', 'councilOffice'],
      'the Secretary who chairs the council',
    ],
    [['committeeChair', 'partySecretary'], ['partyCommitteeOffice', 'councilOffice'], 'the most senior post decides'],
    [['councilChair'], ['councilOffice'], 'neither Secretary nor Deputy Secretary'],
    [['committeeChair'], ['committeeOffice'], 'the chair of the committee, a Deputy Secretary or not'],
  ])('D7.1: at the province %j: %j lead, the first stands (%s)', (posts, leads) => {
    expect(routingRow('province', posts)).toMatchObject({
      rule: 'D7.1',
      prepare: { by: 'offices', leads, coordinating: bdv },
    });
  });

  it.each<[readonly PostKind[], readonly string[], readonly string[], string]>([
    [['partySecretary'], ['partyCommitteeOffice', 'jointOffice'], bdv, 'the Secretary'],
    [
      ['deputySecretaryChairingCouncil'],
      ['partyCommitteeOffice', 'jointOffice'],
      bdv,
      'the Deputy who chairs the council',
    ],
    [
      ['councilChair', 'deputySecretaryChairingCouncil'],
      ['partyCommitteeOffice', 'jointOffice'],
      bdv,
      'entered as both',
    ],
    [['councilChair'], ['jointOffice'], provincialBdv, 'the board of the province, so the text'],
    [['committeeChair'], ['jointOffice'], bdv, 'the chair of the committee'],
  ])('D7.2: at the district %j: %j lead, %j coordinate (%s)', (posts, leads, coordinating) => {
    expect(routingRow('district', posts)).toMatchObject({
      rule: 'D7.2',
      prepare: { by: 'offices', leads, coordinating },
    });
  });

  it.each<PostKind>(['departmentHead', 'partyBoardHead', 'frontHead', 'organisationHead'])(
    'D7.3: at a department %s names who prepares',
    (post) => {
      expect(routingRow('department', [post])).toMatchObject({ rule: 'D7.3', prepare: { by: 'host' } });
    },
  );

  it('D1: at a Party committee directly under the province its secretary names who prepares', () => {
    expect(routingRow('directCommittee', ['partySecretary'])).toMatchObject({ rule: 'D1', prepare: { by: 'host' } });
  });

  it.each<PostKind>([
    'partySecretary',
    'deputySecretaryChairingCouncil',
    'councilChair',
    'committeeChair',
    'departmentHead',
  ])('D7.4: at a commune the Party secretary names who prepares, when %s hosts', (post) => {
    expect(routingRow('commune', [post])).toMatchObject({ rule: 'D7.4', prepare: { by: 'partySecretary' } });
  });

  it('D1: has a row for exactly those who host at a level, whatever they hold besides', () => {
    const hosts = (level: (typeof routingLevels)[number]): readonly PostKind[] =>
      postKinds.filter((post) => routingRow(level, [post, 'clerk']) !== null);
    const ofLevel = ['partySecretary', 'deputySecretaryChairingCouncil', 'councilChair', 'committeeChair'];
    const ofDepartments = ['departmentHead', 'partyBoardHead', 'frontHead', 'organisationHead'];

    expect(Object.fromEntries(routingLevels.map((level) => [level, hosts(level)]))).toEqual({
      province: ofLevel,
      district: ofLevel,
      department: ofDepartments,
      directCommittee: ['partySecretary'],
      commune: [...ofLevel, ...ofDepartments],
    });
    expect(routingRow('province', [])).toBeNull();
  });

  it('D7.3, D7.4: asks for no post where the level has one row', () => {
    expect(routingLevels.map((level) => onlyRow(level)?.case ?? null)).toEqual([
      null,
      null,
      'department',
      'directCommittee',
      'commune',
    ]);
  });

  it('knows each row by its name, in words that name its own offices and boards', () => {
    const wordsOf = {
      partyCommitteeOffice: /Văn phòng (tỉnh|huyện) ủy/,
      councilOffice: /Văn phòng Hội đồng nhân dân tỉnh/,
    };

    expect(routingCases.map((each) => rowOfCase(each)?.case)).toEqual(routingCases);
    for (const each of routingCases) {
      const prepare = rowOfCase(each)?.prepare;
      const leads = prepare?.by === 'offices' ? prepare.leads : [];
      for (const [role, words] of Object.entries(wordsOf))
        expect([each, role, words.test(routingWordings[each])]).toEqual([
          each,
          role,
          leads.some((lead) => lead === role),
        ]);
    }
    expect(routingWordings.districtCouncilChair).toContain('Ban Dân vận tỉnh ủy');
    expect(routingRoleNames.provincialMassMobilisationBoard).toContain('tỉnh ủy');
  });
});

describe('routingLevelOf', () => {
  it.each([
    ['cap-uy', 'province', 'province'],
    ['hdnd', 'province', 'province'],
    ['ubnd', 'province', 'province'],
    ['tinh', 'province', 'province'],
    ['dang-uy-truc-thuoc', 'province', 'directCommittee'],
    ['so', 'province', 'department'],
    ['ban-dang', 'province', 'department'],
    ['mttq', 'province', 'department'],
    ['doan-the', 'province', 'department'],
    ['luc-luong-vu-trang', 'province', 'department'],
    ['huyen', 'district', 'district'],
    ['thi-xa', 'district', 'district'],
    ['phuong', 'commune', 'commune'],
    ['don-vi-khac', 'commune', 'commune'],
  ])('D1: %s of a %s is looked for under %s', (kind, level, expected) => {
    expect(routingLevelOf({ kind, level })).toBe(expected);
  });
});
