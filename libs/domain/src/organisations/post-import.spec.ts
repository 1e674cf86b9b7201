import { describe, expect, it } from '@jest/globals';

import { localDate } from '../time/local-date.js';
import type { HolderEntry, KnownPosts, PostEntry } from './post-entries.js';
import { planPosts, type PostPlan } from './post-import.js';

const anId = '0190a7f4-1111-7abc-8def-0123456789ab';
const otherId = '0190a7f4-2222-7abc-8def-0123456789ab';
const an = { fullName: 'Lò Văn An', email: 'an@sonla.example', phone: null };

const known: KnownPosts = {
  organisations: new Set(['SO-1']),
  people: [
    { id: anId, ...an },
    { id: otherId, fullName: 'Cầm Thị Bình', email: null, phone: null },
  ],
  posts: [
    {
      ...{ id: 'post-1', organisationCode: 'SO-1', kind: 'departmentHead', title: 'Giám đốc' },
      ...{ validFrom: null, validTo: null },
      holdings: [
        {
          id: 'h-1',
          personId: anId,
          isActing: false,
          validFrom: localDate('2025-03-01'),
          validTo: localDate('2025-12-31'),
        },
        { id: 'h-2', personId: otherId, isActing: true, validFrom: localDate('2026-01-01'), validTo: null },
      ],
    },
  ],
};

describe('planPosts', () => {
  it('leaves everything as it is that is as it is', () => {
    const plan = planned(aPost({ personId: anId, validTo: localDate('2025-12-31') }), { ...aPost({}), holder: null });

    const same = { created: 0, changed: 0, unchanged: 1 };
    expect([plan.people.tally, plan.posts.tally, plan.holdings.tally, plan.faults]).toEqual([same, same, same, []]);
  });

  it('knows a person by name and address, in large and small letters', () => {
    const plan = planned(aPost({ email: 'AN@sonla.example', validTo: localDate('2025-12-31') }));

    expect([...plan.people.changed.keys()]).toEqual([anId]);
    expect(plan.holdings.tally).toEqual({ created: 0, changed: 0, unchanged: 1 });
  });

  it('knows somebody without an address by the post that they hold from that day', () => {
    const nobody = { fullName: 'Cầm Thị Bình', email: null };
    const again = planned(aPost({ ...nobody, isActing: true, validFrom: localDate('2026-01-01') }));
    const elsewhere = planned(aPost({ ...nobody, isActing: true, validFrom: localDate('2026-02-01') }));

    expect(again.people.tally).toEqual({ created: 0, changed: 0, unchanged: 1 });
    expect(elsewhere.people.tally).toEqual({ created: 1, changed: 0, unchanged: 0 });
  });

  it('D1: makes one person of two lines with one name and address, who then holds two posts', () => {
    const binh = { fullName: 'Quàng Thị Kiêm', email: 'kiem@sonla.example', validFrom: localDate('2026-05-01') };
    const plan = planned(aPost(binh), { ...aPost(binh), title: 'Bí thư' });

    expect([plan.people.tally.created, plan.posts.tally.created, plan.holdings.tally.created]).toEqual([1, 1, 2]);
    expect(new Set([...plan.holdings.created.values()].map(({ personId }) => personId)).size).toBe(1);
  });

  it('corrects a person by their id, ends a holding and gives the post to the next', () => {
    const plan = planned(
      aPost({ personId: anId, fullName: 'Lò Văn Ân', validTo: localDate('2025-06-30') }),
      aPost({ fullName: 'Người Sau', email: 'sau@sonla.example', validFrom: localDate('2025-07-01') }),
    );

    expect(plan.faults).toEqual([]);
    expect([...plan.people.changed]).toMatchObject([[anId, { fullName: 'Lò Văn Ân' }]]);
    expect(plan.holdings.tally).toEqual({ created: 1, changed: 1, unchanged: 0 });
  });

  const next = { fullName: 'Người Sau', email: 'sau@sonla.example' };
  it.each<[string, Partial<PostEntry>, Partial<HolderEntry>, readonly string[]]>([
    ['an unknown body', { organisationCode: 'X' }, {}, ['organisation_code unknown_reference']],
    ['a title with a control character', { title: 'a\u0007' }, {}, ['post_title text_invalid']],
    [
      'a post that ends before it begins',
      { postValidFrom: localDate('2026-01-01'), postValidTo: localDate('2025-12-31') },
      { validTo: localDate('2025-12-31') },
      ['post_valid_to ends_before_it_begins'],
    ],
    ['what is no id', {}, { personId: 'an' }, ['person_id code_invalid', 'valid_from already_held']],
    ['two addresses in one', {}, { ...next, email: 'a@b.vn,c@d.vn', isActing: true }, ['email address_invalid']],
    ['an end before the beginning', {}, { validTo: localDate('2025-02-28') }, ['valid_to ends_before_it_begins']],
    [
      'a holding that begins when the post is over',
      { postValidTo: localDate('2025-02-28') },
      {},
      ['valid_from outside_post'],
    ],
    [
      'D1: a second holder on the last day of the first',
      {},
      { ...next, validFrom: localDate('2025-12-31') },
      ['valid_from already_held'],
    ],
    [
      'D1: a second holder of an open end',
      {},
      { ...next, validFrom: localDate('2024-01-01') },
      ['valid_from already_held'],
    ],
  ])('refuses %s', (_what, post, holder, expected) => {
    expect(faultsOf(planned({ ...aPost(holder), ...post }))).toEqual(expected);
  });

  it('D1: takes the next from the day after, and somebody in charge beside the holder', () => {
    const after = aPost({ ...next, validFrom: localDate('2026-01-01') });
    const beside = aPost({ ...next, isActing: true });

    expect(faultsOf(planned(after))).toEqual([]);
    expect(faultsOf(planned(beside))).toEqual([]);
  });

  it('refuses lines that contradict each other', () => {
    const plan = planned(
      aPost({ personId: anId, validTo: localDate('2025-12-31') }),
      aPost({ personId: anId, validTo: localDate('2025-11-30') }),
      {
        ...aPost({ personId: anId, fullName: 'Khác', validFrom: localDate('2026-01-01') }),
        postValidTo: localDate('2027-01-01'),
      },
    );

    expect(plan.faults.map(({ line, code }) => `${String(line)} ${code}`)).toEqual([
      '3 twice',
      '4 post_differs',
      '4 person_differs',
    ]);
  });
});

function planned(...entries: readonly PostEntry[]): PostPlan {
  return planPosts(
    known,
    entries.map((entry, place) => ({ line: place + 2, entry })),
  );
}

function faultsOf({ faults }: PostPlan): readonly string[] {
  return faults.map(({ column, code }) => `${column} ${code}`);
}

function aPost(wishes: Partial<HolderEntry>): PostEntry {
  return {
    ...{ organisationCode: 'SO-1', kind: 'departmentHead', title: 'Giám đốc', postValidFrom: null, postValidTo: null },
    holder: { ...an, personId: null, isActing: false, validFrom: localDate('2025-03-01'), validTo: null, ...wishes },
  };
}
