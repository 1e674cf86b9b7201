import type { DocumentReference } from '../petitions/petition.js';
import type { LocalDate } from '../time/local-date.js';
import type { ReportPeriod } from './report.js';

/** The letters of a report. Figures and text come from the register, where they are frozen. */
export type ReportLetter =
  | { readonly kind: 'reportOpened'; readonly period: ReportPeriod; readonly upwardsOn: LocalDate | null }
  | { readonly kind: 'reportSubmitted'; readonly period: ReportPeriod }
  | { readonly kind: 'reportReturned'; readonly period: ReportPeriod }
  | { readonly kind: 'reportApproved'; readonly period: ReportPeriod }
  /** D14.1: the report itself. */
  | { readonly kind: 'periodReport'; readonly period: ReportPeriod; readonly document: DocumentReference };
