import { Controller, Req, Res, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { InputOf } from '@plumbline/api/schema';
import {
  chooseLanguage,
  confirmTotp,
  enrolTotp,
  giveCode,
  requestPasswordReset,
  resetPassword,
  signIn,
  signOut,
  viewSession,
} from '@plumbline/people/schema';
import { Handles, Input } from '@plumbline/platform/http';
import {
  AttemptLimits,
  clearSessionCookie,
  type FirstFactorGiven,
  FromPlace,
  PasswordChange,
  PasswordResets,
  type Place,
  PresentedToken,
  RequestForgery,
  setDeviceCookie,
  setSessionCookie,
  type StepTaken,
} from '@plumbline/platform/identity';
import type { Request, Response } from 'express';
import { SessionService } from './session.service';

@Controller()
export class SessionController {
  constructor(
    private readonly session: SessionService,
    private readonly resets: PasswordResets,
    private readonly passwords: PasswordChange,
    private readonly forgery: RequestForgery,
    private readonly limits: AttemptLimits,
  ) {}

  @Handles(viewSession)
  view(@PresentedToken() token: string | undefined, @Res({ passthrough: true }) response: Response) {
    response.setHeader('Cache-Control', 'no-store');
    return this.session.view(token);
  }

  @Handles(signIn)
  @UseGuards(AuthGuard('password'))
  async signIn(
    @Req() request: Request,
    @Input() _input: InputOf<typeof signIn>,
    @FromPlace() place: Place,
    @PresentedToken() token: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.answer(response, await this.session.begin(request.user as FirstFactorGiven, place, token));
  }

  @Handles(giveCode)
  async code(
    @Input() { body }: InputOf<typeof giveCode>,
    @FromPlace() place: Place,
    @PresentedToken() token: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.answer(response, await this.session.code(token, body.code, place));
  }

  @Handles(enrolTotp)
  enrol(
    @Input() _input: InputOf<typeof enrolTotp>,
    @PresentedToken() token: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    response.setHeader('Cache-Control', 'no-store');
    return this.session.enrol(token);
  }

  @Handles(confirmTotp)
  async confirmEnrolment(
    @Input() { body }: InputOf<typeof confirmTotp>,
    @FromPlace() place: Place,
    @PresentedToken() token: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.answer(response, await this.session.confirmEnrolment(token, body.code, place));
  }

  @Handles(signOut)
  async signOut(
    @Req() request: Request,
    @PresentedToken() token: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (token !== undefined) this.forgery.demandToken(request, token);
    await this.session.signOut(token);
    clearSessionCookie(response);
  }

  @Handles(chooseLanguage)
  async chooseLanguage(
    @Req() request: Request,
    @Input() { body }: InputOf<typeof chooseLanguage>,
    @PresentedToken() token: string | undefined,
  ): Promise<void> {
    if (token !== undefined) this.forgery.demandToken(request, token);
    await this.session.chooseLanguage(token, body.language);
  }

  @Handles(requestPasswordReset)
  async requestReset(
    @Input() { body }: InputOf<typeof requestPasswordReset>,
    @FromPlace() place: Place,
  ): Promise<void> {
    await this.resets.request(body.email, place);
  }

  @Handles(resetPassword)
  async reset(
    @Input() { params, body }: InputOf<typeof resetPassword>,
    @FromPlace() place: Place,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.passwords.byLink(params.token, body.password, place);
    clearSessionCookie(response);
  }

  private answer(response: Response, { signedIn, next }: StepTaken): { next: StepTaken['next'] } {
    setSessionCookie(response, signedIn.token);
    if (next === 'done') setDeviceCookie(response, this.limits.deviceFor(signedIn.person.email));
    return { next };
  }
}
