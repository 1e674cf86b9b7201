import { Body, Controller, Get, Header, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LocalDate } from '@dialogue/domain';
import type { Account } from '@dialogue/persistence';

import { CurrentAccount } from '../auth/current-account.js';
import { FileBody, type UploadedFile } from '../http/file-body.js';
import { Operation } from '../http/operation.js';
import { day } from '../http/schemas.js';
import { SERVICES, type Services } from '../tokens.js';
import type { CalendarEditionResponse, CalendarEditionsResponse } from './calendar.response-schemas.js';
import {
  dayInLieu,
  dayOff,
  editionNumber,
  newDraft,
  nothingElse,
  suggestion,
  swap,
  yearConfirmation,
  yearNumber,
  type DayInLieuBody,
  type DayOffBody,
  type NewDraft,
  type Suggestion,
  type SwapBody,
  type YearConfirmation,
} from './calendar.schemas.js';

const changing = { access: 'calendar:manage', success: 'CalendarEdition', errors: [400, 404, 409, 413, 422] } as const;

/** The editions of the working calendar: what is published, and the draft that is being made. */
@ApiTags('calendar')
@Controller('v1/calendar/editions')
export class CalendarController {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  @Get()
  @Operation('listCalendarEditions', { access: 'calendar:read', success: 'CalendarEditions' })
  listCalendarEditions(): Promise<CalendarEditionsResponse> {
    return this.services.calendar.editions();
  }

  @Get(':edition')
  @Operation('readCalendarEdition', { access: 'calendar:read', success: 'CalendarEdition', errors: [400, 404] })
  readCalendarEdition(@Param('edition', { schema: editionNumber }) edition: number): Promise<CalendarEditionResponse> {
    return this.services.calendar.edition(edition);
  }

  @Get(':edition/calendar.csv')
  @Header('Content-Disposition', 'attachment; filename="working-calendar.csv"')
  @Operation('exportCalendarCsv', { access: 'calendar:read', success: 'text/csv', errors: [400, 404] })
  exportCalendarCsv(@Param('edition', { schema: editionNumber }) edition: number): Promise<string> {
    return this.services.calendar.csv(edition);
  }

  @Get(':edition/calendar.ics')
  @Header('Content-Disposition', 'attachment; filename="working-calendar.ics"')
  @Operation('exportCalendarIcs', { access: 'calendar:read', success: 'text/calendar', errors: [400, 404] })
  exportCalendarIcs(@Param('edition', { schema: editionNumber }) edition: number): Promise<string> {
    return this.services.calendar.ics(edition);
  }

  @Post()
  @Operation('beginCalendarDraft', { ...changing, status: 201, errors: [400, 409, 413] })
  beginCalendarDraft(
    @CurrentAccount() account: Account,
    @Body({ schema: newDraft }) body: NewDraft,
  ): Promise<CalendarEditionResponse> {
    return this.services.calendar.begin(account, body);
  }

  @Post(':edition/days-off')
  @Operation('addDayOff', changing)
  addDayOff(
    @Param('edition', { schema: editionNumber }) edition: number,
    @Body({ schema: dayOff }) body: DayOffBody,
  ): Promise<CalendarEditionResponse> {
    return this.services.calendar.addDayOff(edition, body);
  }

  @Post(':edition/days-in-lieu')
  @Operation('addDayInLieu', changing)
  addDayInLieu(
    @Param('edition', { schema: editionNumber }) edition: number,
    @Body({ schema: dayInLieu }) body: DayInLieuBody,
  ): Promise<CalendarEditionResponse> {
    return this.services.calendar.addDayInLieu(edition, body);
  }

  @Post(':edition/swaps')
  @Operation('addSwap', changing)
  addSwap(
    @Param('edition', { schema: editionNumber }) edition: number,
    @Body({ schema: swap }) body: SwapBody,
  ): Promise<CalendarEditionResponse> {
    return this.services.calendar.addSwap(edition, body);
  }

  @Post(':edition/days/:date/remove')
  @Operation('removeCalendarDay', changing)
  removeCalendarDay(
    @Param('edition', { schema: editionNumber }) edition: number,
    @Param('date', { schema: day }) date: LocalDate,
    @Body({ schema: nothingElse }) _: object,
  ): Promise<CalendarEditionResponse> {
    return this.services.calendar.removeDay(edition, date);
  }

  @Post(':edition/years/:year/confirm')
  @Operation('confirmCalendarYear', changing)
  confirmCalendarYear(
    @Param('edition', { schema: editionNumber }) edition: number,
    @Param('year', { schema: yearNumber }) year: number,
    @Body({ schema: yearConfirmation }) { isConfirmed }: YearConfirmation,
  ): Promise<CalendarEditionResponse> {
    return this.services.calendar.confirmYear(edition, { year, isConfirmed });
  }

  @Post(':edition/suggest')
  @Operation('suggestCalendarYear', changing)
  suggestCalendarYear(
    @Param('edition', { schema: editionNumber }) edition: number,
    @Body({ schema: suggestion }) body: Suggestion,
  ): Promise<CalendarEditionResponse> {
    return this.services.calendar.suggest(edition, body);
  }

  @Post(':edition/import')
  @Operation('importCalendar', { ...changing, isImport: true })
  importCalendar(
    @Param('edition', { schema: editionNumber }) edition: number,
    @FileBody() file: UploadedFile,
  ): Promise<CalendarEditionResponse> {
    return this.services.calendar.importFile(edition, file);
  }

  @Post(':edition/discard')
  @Operation('discardCalendarDraft', { ...changing, success: null, status: 204 })
  discardCalendarDraft(
    @Param('edition', { schema: editionNumber }) edition: number,
    @Body({ schema: nothingElse }) _: object,
  ): Promise<void> {
    return this.services.calendar.discard(edition);
  }
}
