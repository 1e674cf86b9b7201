declare const organisationCodeBrand: unique symbol;

/** The code under which the register knows a body or an administrative unit, e.g. `SL-STC` or `03646`. */
export type OrganisationCode = string & { readonly [organisationCodeBrand]: 'OrganisationCode' };
