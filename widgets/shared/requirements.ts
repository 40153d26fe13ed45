/** Stripe's requirement field paths and error codes, as topics that have words in every language. Pure. */

export type Topic =
  | 'additionalDocument'
  | 'address'
  | 'bankAccount'
  | 'bankDocument'
  | 'businessAddress'
  | 'businessContact'
  | 'businessDescription'
  | 'businessDocument'
  | 'businessId'
  | 'businessName'
  | 'businessPhone'
  | 'businessType'
  | 'businessWebsite'
  | 'dateOfBirth'
  | 'directors'
  | 'email'
  | 'executives'
  | 'idNumber'
  | 'identityDocument'
  | 'name'
  | 'other'
  | 'owners'
  | 'person'
  | 'personDocument'
  | 'phone'
  | 'role'
  | 'statement'
  | 'terms';

type Table = readonly (readonly [RegExp, Topic])[];

/** The first match counts. */
const fields: Table = [
  [/^external_account/, 'bankAccount'],
  [/\btos_acceptance|service_agreement/, 'terms'],
  [/^business_type|^company\.structure/, 'businessType'],
  [/^business_profile\.url/, 'businessWebsite'],
  [/^business_profile\.support_/, 'businessContact'],
  [/^business_profile\.name/, 'businessName'],
  [/^business_profile/, 'businessDescription'],
  [/^settings\..*(statement_descriptor|display_name)/, 'statement'],
  [/^documents\.bank_account/, 'bankDocument'],
  [/^documents|^company\.verification/, 'businessDocument'],
  [/^company\.directors|^directors/, 'directors'],
  [/^company\.executives|^executives/, 'executives'],
  [/^company\.owner|^owners|ownership_(declaration|exemption)/, 'owners'],
  [/^company\.(name|name_kan)/, 'businessName'],
  [/^company\.address/, 'businessAddress'],
  [/^company\.phone/, 'businessPhone'],
  [/^company\.(tax_id|vat_id|registration|export)/, 'businessId'],
  [/^person_.*\.(verification|documents)/, 'personDocument'],
  [/^person_/, 'person'],
  [/^(individual|representative)\.verification\.additional/, 'additionalDocument'],
  [/^(individual|representative)\.(verification|documents)/, 'identityDocument'],
  [/^(individual|representative)\.dob/, 'dateOfBirth'],
  [/^(individual|representative)\.((first|last|maiden|full)_name|full_name)/, 'name'],
  [/^(individual|representative)\.(registered_)?address/, 'address'],
  [/^(individual|representative)\.phone/, 'phone'],
  [/^(individual|representative)\.email/, 'email'],
  [/^(individual|representative)\.(id_number|ssn_last_4|nationality|political_exposure)/, 'idNumber'],
  [/^(individual|representative)\.relationship/, 'role'],
  [/^relationship/, 'role'],
];

export function topicOf(field: string): Topic {
  return fields.find(([pattern]) => pattern.test(field))?.[1] ?? 'other';
}

/** Each topic once, in Stripe's order; whatever has no words of its own comes last. */
export function topicsOf(paths: readonly string[]): Topic[] {
  const topics = new Set(paths.map(topicOf));
  const other = topics.delete('other');
  return other ? [...topics, 'other'] : [...topics];
}

export type Problem =
  | 'addressInvalid'
  | 'ageTooYoung'
  | 'descriptionTooShort'
  | 'detailsNotMatched'
  | 'documentCopy'
  | 'documentDifferent'
  | 'documentExpired'
  | 'documentIncomplete'
  | 'documentOther'
  | 'documentTooLarge'
  | 'documentType'
  | 'documentUnreadable'
  | 'idInvalid'
  | 'notVerified'
  | 'peopleMissing'
  | 'phoneInvalid'
  | 'statementInvalid'
  | 'termsInvalid'
  | 'websiteInvalid';

const problems: readonly (readonly [RegExp, Problem])[] = [
  [/^verification_document_expired/, 'documentExpired'],
  [/^verification_document_(failed_copy|failed_greyscale|photo)/, 'documentCopy'],
  [/^verification_document_(not_readable|corrupt|not_uploaded)/, 'documentUnreadable'],
  [/^verification_document_too_large/, 'documentTooLarge'],
  [/^verification_document_(type_not|country_not|invalid|duplicate)/, 'documentType'],
  [/^verification_document_(missing|incomplete|issue_or|not_signed|\w+_missing)/, 'documentIncomplete'],
  [/^verification_document_\w+_mismatch/, 'documentDifferent'],
  [/^verification_document/, 'documentOther'],
  [/^verification_(missing|extraneous)_|ownership_exemption/, 'peopleMissing'],
  [/^verification_requires_additional/, 'documentOther'],
  [/^verification_failed_(keyed|name|address|id_number|tax_id|business|document|residential)/, 'detailsNotMatched'],
  [/^invalid_(street_)?address/, 'addressInvalid'],
  [/^invalid_(tax_id|id_number)/, 'idInvalid'],
  [/^invalid_dob/, 'ageTooYoung'],
  [/^invalid_product_description/, 'descriptionTooShort'],
  [/^invalid_url/, 'websiteInvalid'],
  [/^invalid_phone/, 'phoneInvalid'],
  [/^invalid_statement/, 'statementInvalid'],
  [/^invalid_tos/, 'termsInvalid'],
];

/** Stripe adds codes now and then: an unknown one is "could not be verified". */
export function problemOf(code: string): Problem {
  return problems.find(([pattern]) => pattern.test(code))?.[1] ?? 'notVerified';
}
