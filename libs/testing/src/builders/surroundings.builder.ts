import { localDate, type CalendarChanged, type OrganisationCode, type OrganisationChanged } from '@dialogue/domain';

/** What every kind of case may hear of the world around it. */
export const aroundIt: {
  readonly calendarChanged: CalendarChanged;
  readonly organisationChanged: OrganisationChanged;
} = {
  calendarChanged: { kind: 'calendarChanged', edition: 1 },
  organisationChanged: {
    kind: 'organisationChanged',
    on: localDate('2026-03-20'),
    successions: [
      { from: 'SL-STC' as OrganisationCode, to: 'SL-STCM' as OrganisationCode, toName: 'Sở Tài chính mới' },
      { from: 'SL-VPUBND' as OrganisationCode, to: 'SL-VPM' as OrganisationCode, toName: 'Văn phòng mới' },
    ],
    document: { number: '202/2026/QH', signedOn: localDate('2026-03-10') },
  },
};
