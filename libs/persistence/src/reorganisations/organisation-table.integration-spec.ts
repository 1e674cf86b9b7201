import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localDate, type OrganisationEntry, type Reorganisation } from '@dialogue/domain';

import { createImports } from '../imports/imports.js';
import {
  anAdmin,
  openRegister,
  recordUntil,
  submitPetition,
  type Recorded,
  type TestRegister,
} from '../register.fixture.js';
import { asked, finance, merged, requested, today } from './reorganisation.fixture.js';
import { createReorganisations, type Reorganisations } from './reorganisations.js';

let register: TestRegister;
let reorganisations: Reorganisations;
let accountId: string;

beforeEach(async () => {
  register = await openRegister();
  reorganisations = createReorganisations(register.api);
  accountId = await anAdmin(register);
});
afterEach(async () => register.close());

async function carriedOut(reorganisation: Reorganisation): Promise<string> {
  return requested(reorganisations, { reorganisation, accountId });
}

async function aPetition(): Promise<Recorded> {
  const id = await submitPetition(register.api);
  return recordUntil(register.worker, { id, stage: 'inProgress' });
}

describe('the table of organisations', () => {
  async function imported(wishes: Partial<OrganisationEntry>): Promise<unknown> {
    const imports = createImports(register.api);
    const entry = (await imports.organisationEntries()).find(({ code }) => code === finance)!;
    return imports.importOrganisations([{ line: 2, entry: { ...entry, ...wishes } }], { isDry: false });
  }

  const end = { validTo: localDate('2030-06-30') };
  const refused = { faults: [{ line: 2, column: 'valid_to', code: 'reorganisation_needed' }] };
  const taken = { tallies: { organisations: { created: 0, changed: 1, unchanged: 0 } } };

  it('D11.3: is no way around a reorganisation that was not withdrawn', async () => {
    const id = await carriedOut(asked([merged], '2035-01-01'));

    expect(await imported(end)).toEqual(refused);
    expect(await imported({ name: 'Sở Tài chính sửa tên' })).toEqual(taken);
    await reorganisations.withdraw({ id, accountId, today });
    expect(await imported(end)).toEqual(taken);
  });

  it('D11.3: ends no body that an open case names', async () => {
    await aPetition();

    expect(await imported(end)).toEqual(refused);
    expect(await imported({ name: 'Sở Tài chính sửa tên' })).toEqual(taken);
  });
});
