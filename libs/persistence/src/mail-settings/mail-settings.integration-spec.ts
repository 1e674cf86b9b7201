import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '@dialogue/domain';
import { at } from '@dialogue/testing/builders';

import { owedDelivery } from '../deliveries/delivery.fixture.js';
import { createDeliveries } from '../deliveries/deliveries.js';
import { anAdmin, openRegister, type TestRegister } from '../register.fixture.js';
import { createMailSettings, usualWishes, type MailSettings, type MailWishes } from './mail-settings.js';

const office = 'SL-VPUBND';

describe('how a body wants its mail', () => {
  let register: TestRegister;
  let settings: MailSettings;
  let admin: string;

  beforeAll(async () => {
    register = await openRegister('sample');
    settings = createMailSettings(register.api);
    admin = await anAdmin(register);
  });
  afterAll(async () => register.close());

  async function set(from: string, wishes: Partial<MailWishes>, code = office): Promise<'set' | 'unchanged'> {
    const said = { organisationCode: code, validFrom: localDate(from), recordedBy: admin, now: at('2026-03-10') };
    return settings.set({ ...usualWishes, ...wishes, ...said });
  }

  it('is at once, in Vietnamese and at no other address, where nobody has said anything', async () => {
    expect(await settings.on('SL-SYT', localDate('2026-03-10'))).toEqual(usualWishes);
  });

  it('is what was said last of the day, and what was said stays, with who said it and when', async () => {
    await set('2026-03-01', { mode: 'digest' });
    await set('2026-03-05', { mode: 'digest', salutationLanguage: 'vi+en' });
    await set('2026-03-05', { mode: 'digest', additionalAddresses: ['tonghop@vp.example'] });

    expect(await settings.on(office, localDate('2026-02-28'))).toEqual(usualWishes);
    expect(await settings.on(office, localDate('2026-03-04'))).toEqual({ ...usualWishes, mode: 'digest' });
    expect(await settings.on(office, localDate('2026-03-05'))).toMatchObject({
      salutationLanguage: 'vi',
      additionalAddresses: ['tonghop@vp.example'],
    });
    expect(await settings.list(office)).toMatchObject([
      { validFrom: '2026-03-05', recordedBy: { id: admin, username: 'lan' }, recordedAt: expect.any(Number) },
      { validFrom: '2026-03-05', salutationLanguage: 'vi+en' },
      { validFrom: '2026-03-01' },
    ]);
  });

  it('is written down once, however often it is said', async () => {
    expect(await set('2026-07-01', { mode: 'digest' }, 'SL-SXD')).toBe('set');
    expect(await set('2026-07-02', { mode: 'digest' }, 'SL-SXD')).toBe('unchanged');
  });

  it('is changed by nobody afterwards', async () => {
    for (const dataSource of [register.api, register.worker])
      await expect(dataSource.query(`UPDATE mail_settings SET mode = 'digest'`)).rejects.toThrow('permission denied');
    await expect(register.worker.query(`INSERT INTO mail_settings (mode) VALUES ('digest')`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('wakes what was kept for a digest when the body wants its letters at once', async () => {
    await set('2026-03-08', { mode: 'digest' });
    const id = await owedDelivery(register, { kind: 'accepted' });
    await createDeliveries(register.worker).planDelivery({ deliveryId: id, at: at('2026-03-10'), quiet: null });

    await set('2026-03-10', { mode: 'immediate' });

    const woken = await register.admin.query<{ case_id: string }[]>(
      `SELECT case_id FROM outbox WHERE kind = 'wakeMail' AND case_kind = 'mail'`,
    );
    expect(woken).toEqual([{ case_id: id }]);
    expect(
      await createDeliveries(register.worker).planDelivery({ deliveryId: id, at: at('2026-03-10'), quiet: null }),
    ).toEqual({ kind: 'now' });
  });
});
