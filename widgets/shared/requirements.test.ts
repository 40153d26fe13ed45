import { expect } from '@open-wc/testing';
import { type Problem, problemOf, type Topic, topicOf } from './requirements.ts';

const fields: readonly (readonly [field: string, topic: Topic])[] = [
  ['external_account', 'bankAccount'],
  ['tos_acceptance.date', 'terms'],
  ['tos_acceptance.ip', 'terms'],
  ['settings.card_issuing.tos_acceptance.ip', 'terms'],
  ['business_type', 'businessType'],
  ['company.structure', 'businessType'],
  ['business_profile.url', 'businessWebsite'],
  ['business_profile.mcc', 'businessDescription'],
  ['business_profile.product_description', 'businessDescription'],
  ['business_profile.support_phone', 'businessContact'],
  ['business_profile.support_address.line1', 'businessContact'],
  ['business_profile.name', 'businessName'],
  ['settings.payments.statement_descriptor', 'statement'],
  ['documents.bank_account_ownership_verification.files', 'bankDocument'],
  ['documents.company_license.files', 'businessDocument'],
  ['company.verification.document', 'businessDocument'],
  ['company.name', 'businessName'],
  ['company.address.line1', 'businessAddress'],
  ['company.phone', 'businessPhone'],
  ['company.tax_id', 'businessId'],
  ['company.vat_id', 'businessId'],
  ['company.owners_provided', 'owners'],
  ['company.ownership_declaration.date', 'owners'],
  ['company.directors_provided', 'directors'],
  ['company.executives_provided', 'executives'],
  ['owners.first_name', 'owners'],
  ['directors.email', 'directors'],
  ['executives.dob.day', 'executives'],
  ['person_1Abc.first_name', 'person'],
  ['person_1Abc.relationship.title', 'person'],
  ['person_1Abc.verification.document', 'personDocument'],
  ['individual.dob.day', 'dateOfBirth'],
  ['individual.first_name', 'name'],
  ['individual.address.postal_code', 'address'],
  ['individual.phone', 'phone'],
  ['individual.email', 'email'],
  ['individual.id_number', 'idNumber'],
  ['individual.ssn_last_4', 'idNumber'],
  ['individual.verification.document', 'identityDocument'],
  ['individual.verification.additional_document', 'additionalDocument'],
  ['representative.last_name', 'name'],
  ['representative.relationship.title', 'role'],
  ['relationship.representative', 'role'],
  ['individual.something_new', 'other'],
  ['something_new', 'other'],
  ['', 'other'],
  ['constructor', 'other'],
];

describe('what Stripe asks for', () => {
  for (const [field, topic] of fields) {
    it(`"${field}" is ${topic}`, () => {
      expect(topicOf(field)).to.equal(topic);
    });
  }
});

const codes: readonly (readonly [code: string, problem: Problem])[] = [
  ['verification_document_expired', 'documentExpired'],
  ['verification_document_failed_copy', 'documentCopy'],
  ['verification_document_failed_greyscale', 'documentCopy'],
  ['verification_document_not_readable', 'documentUnreadable'],
  ['verification_document_too_large', 'documentTooLarge'],
  ['verification_document_type_not_supported', 'documentType'],
  ['verification_document_missing_back', 'documentIncomplete'],
  ['verification_document_name_missing', 'documentIncomplete'],
  ['verification_document_dob_mismatch', 'documentDifferent'],
  ['verification_document_fraudulent', 'documentOther'],
  ['verification_failed_keyed_identity', 'detailsNotMatched'],
  ['verification_failed_tax_id_match', 'detailsNotMatched'],
  ['verification_failed_other', 'notVerified'],
  ['verification_missing_owners', 'peopleMissing'],
  ['verification_extraneous_directors', 'peopleMissing'],
  ['invalid_street_address', 'addressInvalid'],
  ['invalid_address_cmra_address', 'addressInvalid'],
  ['invalid_tax_id', 'idInvalid'],
  ['invalid_dob_age_under_minimum', 'ageTooYoung'],
  ['invalid_product_description_length', 'descriptionTooShort'],
  ['invalid_url_website_incomplete', 'websiteInvalid'],
  ['invalid_statement_descriptor_length', 'statementInvalid'],
  ['from_the_future', 'notVerified'],
];

describe('what Stripe found wrong', () => {
  for (const [code, problem] of codes) {
    it(`"${code}" is ${problem}`, () => {
      expect(problemOf(code)).to.equal(problem);
    });
  }
});
