/** What can be typed into hosted onboarding, field by field, with the test value that verifies. */

export interface Field {
  /** Stripe's field path, with `representative.` for the person whatever the kind of business. */
  name: string;
  label: string;
  /** Fields that belong together, under this name. */
  group?: string;
  kind: 'text' | 'email' | 'tel' | 'url' | 'textarea' | 'select' | 'radio';
  test: string;
  /** A sentence saying what to change, or null when the value will do. */
  problem(value: string): string | null;
  optional?: true;
  /** Never shown again once given. */
  secret?: true;
  hint?: string;
  autocomplete?: string;
  digits?: true;
  width?: 'half' | 'third';
  options?: readonly (readonly [value: string, label: string, detail?: string])[];
}

const present = (sentence: string) => (value: string) => (value === '' ? sentence : null);
const like = (pattern: RegExp, sentence: string) => (value: string) => (pattern.test(value) ? null : sentence);
const phone = like(/^\+?[\d\s().-]{7,20}$/, 'Enter a phone number, for example 000 000 0000.');
const within = (low: number, high: number, sentence: string) => (value: string) =>
  /^\d{1,4}$/.test(value) && Number(value) >= low && Number(value) <= high ? null : sentence;

export const businessType: Field[] = [
  {
    name: 'business_type',
    label: 'Type of business',
    kind: 'radio',
    test: 'individual',
    problem: present('Choose the type of your business.'),
    options: [
      ['individual', 'Individual or sole proprietor', 'You run the business yourself, without a registered company.'],
      ['company', 'Company', 'A corporation, partnership or LLC.'],
      ['non_profit', 'Non-profit organization', 'A registered charity or association.'],
    ],
  },
];

export const businessProfile: Field[] = [
  {
    name: 'business_profile.mcc',
    label: 'Industry',
    kind: 'select',
    test: '4121',
    problem: present('Choose the industry that comes closest.'),
    options: [
      ['4121', 'Taxis and ride services'],
      ['5734', 'Software'],
      ['5812', 'Restaurants'],
      ['5999', 'Shops'],
      ['7299', 'Personal services'],
      ['8999', 'Professional services'],
    ],
  },
  {
    name: 'business_profile.url',
    label: 'Website',
    kind: 'url',
    test: 'https://rocketrides.example',
    optional: true,
    autocomplete: 'url',
    problem: like(/^https?:\/\/[^\s.]+\.[^\s]+$/, 'Enter the whole address, starting with https://.'),
  },
  {
    name: 'business_profile.product_description',
    label: 'What you sell',
    kind: 'textarea',
    test: 'Rides across town, booked from an app',
    hint: 'Who pays you, and for what? At least 10 characters.',
    problem: (value) => (value.length < 10 ? 'Describe what you sell in at least 10 characters.' : null),
  },
  {
    name: 'business_profile.support_phone',
    label: 'Customer support phone',
    kind: 'tel',
    test: '0000000000',
    autocomplete: 'tel',
    problem: phone,
  },
];

export function company(country: string): Field[] {
  return [
    {
      name: 'company.name',
      label: 'Legal business name',
      kind: 'text',
      test: 'Rocket Rides LLC',
      autocomplete: 'organization',
      problem: present('Enter the name the business is registered under.'),
    },
    {
      name: 'company.tax_id',
      label: country === 'US' ? 'Employer Identification Number (EIN)' : 'Tax number',
      kind: 'text',
      test: '000000000',
      secret: true,
      problem: like(
        country === 'US' ? /^\d{2}-?\d{7}$/ : /^\S{4,20}$/,
        country === 'US' ? 'Enter the nine digits of the EIN.' : 'Enter the tax number, without spaces.',
      ),
    },
    {
      name: 'company.phone',
      label: 'Business phone',
      kind: 'tel',
      test: '0000000000',
      autocomplete: 'tel',
      problem: phone,
    },
    ...address('company.address', country, 'Business address'),
  ];
}

export function person(country: string, inCompany: boolean): Field[] {
  const field = (name: string) => `representative.${name}`;
  return [
    {
      name: field('first_name'),
      label: 'First name',
      kind: 'text',
      test: 'Jenny',
      width: 'half',
      autocomplete: 'given-name',
      problem: present('Enter your first name.'),
    },
    {
      name: field('last_name'),
      label: 'Last name',
      kind: 'text',
      test: 'Rosen',
      width: 'half',
      autocomplete: 'family-name',
      problem: present('Enter your last name.'),
    },
    ...(inCompany
      ? [
          {
            name: field('relationship.title'),
            label: 'Job title',
            kind: 'text',
            test: 'Owner',
            autocomplete: 'organization-title',
            problem: present('Enter your job title.'),
          } satisfies Field,
        ]
      : []),
    {
      name: field('email'),
      label: 'Email',
      kind: 'email',
      test: 'jenny@rocketrides.example',
      autocomplete: 'email',
      problem: like(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an email address, for example name@example.com.'),
    },
    { name: field('phone'), label: 'Phone', kind: 'tel', test: '0000000000', autocomplete: 'tel', problem: phone },
    {
      name: field('dob.month'),
      group: 'Date of birth',
      label: 'Month',
      kind: 'text',
      test: '1',
      digits: true,
      width: 'third',
      autocomplete: 'bday-month',
      problem: within(1, 12, 'Enter a month from 1 to 12.'),
    },
    {
      name: field('dob.day'),
      group: 'Date of birth',
      label: 'Day',
      kind: 'text',
      test: '1',
      digits: true,
      width: 'third',
      autocomplete: 'bday-day',
      problem: within(1, 31, 'Enter a day from 1 to 31.'),
    },
    {
      name: field('dob.year'),
      group: 'Date of birth',
      label: 'Year',
      kind: 'text',
      test: '1901',
      digits: true,
      width: 'third',
      autocomplete: 'bday-year',
      problem: within(1900, 2010, 'Enter a year, for example 1984.'),
    },
    ...address(field('address'), country, 'Home address'),
    {
      name: field('id_number'),
      label: country === 'US' ? 'Social Security number' : 'Personal ID number',
      kind: 'text',
      test: '000000000',
      secret: true,
      problem: like(
        country === 'US' ? /^\d{3}-?\d{2}-?\d{4}$/ : /^\S{4,20}$/,
        country === 'US' ? 'Enter all nine digits.' : 'Enter the number, without spaces.',
      ),
    },
  ];
}

function address(prefix: string, country: string, label: string): Field[] {
  const us = country === 'US';
  return [
    {
      name: `${prefix}.line1`,
      label,
      kind: 'text',
      test: 'address_full_match',
      autocomplete: 'address-line1',
      problem: present('Enter the street and number.'),
    },
    {
      name: `${prefix}.city`,
      label: 'City',
      kind: 'text',
      test: 'South San Francisco',
      autocomplete: 'address-level2',
      problem: present('Enter the city.'),
    },
    ...(us
      ? [
          {
            name: `${prefix}.state`,
            label: 'State',
            kind: 'text',
            test: 'CA',
            width: 'half',
            autocomplete: 'address-level1',
            problem: like(/^[A-Za-z]{2}$/, 'Enter two letters, for example CA.'),
          } satisfies Field,
        ]
      : []),
    {
      name: `${prefix}.postal_code`,
      label: us ? 'ZIP code' : 'Postal code',
      kind: 'text',
      test: '94080',
      ...(us && { width: 'half' as const }),
      autocomplete: 'postal-code',
      problem: us ? like(/^\d{5}(-\d{4})?$/, 'Enter the five digits.') : present('Enter the postal code.'),
    },
  ];
}

export function bank(country: string): Field[] {
  const routing: Field = {
    name: 'external_account.routing_number',
    label: 'Routing number',
    kind: 'text',
    test: '110000000',
    digits: true,
    problem: like(/^\d{9}$/, 'Enter the nine digits of the routing number.'),
  };
  const number: Field =
    country === 'US'
      ? {
          name: 'external_account.account_number',
          label: 'Account number',
          kind: 'text',
          test: '000123456789',
          secret: true,
          digits: true,
          problem: like(/^\d{4,17}$/, 'Enter the account number, digits only.'),
        }
      : {
          name: 'external_account.account_number',
          label: 'IBAN or account number',
          kind: 'text',
          test: '000123456789',
          secret: true,
          problem: like(/^[A-Z0-9 ]{4,42}$/i, 'Enter the IBAN or the account number.'),
        };
  return country === 'US' ? [routing, number] : [number];
}

export const identityDocument: Field[] = [
  {
    name: 'representative.verification.document.front',
    label: 'Photo of a passport or identity card',
    kind: 'text',
    test: 'file_identity_document_success',
    hint: 'Nothing is uploaded here: enter the id of one of Stripe’s test documents.',
    problem: like(/^file_\w+$/, 'Enter the id of a test document, for example file_identity_document_success.'),
  },
];
