import { Controller, Res } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import {
  choosePreferences,
  unsubscribe,
  viewPreferences,
  viewUnsubscription,
} from '@plumbline/notifications/schema';
import { CurrentActor, Handles, Input } from '@plumbline/platform/http';
import type { Actor } from '@plumbline/platform/tenancy';
import type { Response } from 'express';
import { PreferencesService } from './preferences.service';

@Controller()
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Handles(viewPreferences)
  view(@CurrentActor() actor: Actor) {
    return this.preferences.view(actor);
  }

  @Handles(choosePreferences)
  choose(@CurrentActor() actor: Actor, @Input() { body }: InputOf<typeof choosePreferences>) {
    return this.preferences.choose(actor, body);
  }

  @Handles(viewUnsubscription)
  viewUnsubscription(
    @Input() { params }: InputOf<typeof viewUnsubscription>,
    @Res({ passthrough: true }) response: Response,
  ) {
    response.setHeader('Cache-Control', 'no-store');
    return this.preferences.viewUnsubscription(params.token);
  }

  @Handles(unsubscribe)
  unsubscribe(@Input() { params }: InputOf<typeof unsubscribe>) {
    return this.preferences.unsubscribe(params.token);
  }
}
