import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormField, form, validateTree } from '@angular/forms/signals';
import {
  type KpiFile,
  type WarningCode,
  type WrongRows,
  confirmKpiFile,
  confirmation,
  rememberedCodes,
} from '@plumbline/measurements/schema';
import {
  Control,
  Field,
  Notices,
  ProblemSummary,
  Reader,
  TenantApi,
  formSubmitter,
  formatNumber,
  texts,
} from '@plumbline/ui';
import { doubtWords } from '../doubts/doubt-words';
import { etagOf } from '../etag-of';
import { SendFiles } from '../sending/send-files';
import { effectSentence, effectWords } from './effect-sentence';

const words = {
  en: {
    title: 'Confirm',
    wrong: (rows: string, one: boolean) => `${rows} ${one ? 'row is' : 'rows are'} wrong. What is to happen?`,
    refuse: 'Fix the file and send it again',
    refuseText: 'Nothing of this file is loaded. It stays on record as withdrawn.',
    leaveOut: 'Leave the wrong rows out and load the others',
    leaveOutText: 'Their figures are missing until a later file brings them.',
    nothingGood: 'No other row is new or different, so there is nothing to load without them.',
    reason: 'Why do earlier values change?',
    reasonHint: 'Kept with the revision of every result and scorecard that changes with it.',
    reasonMissing: 'Say why the earlier values change.',
    doubtful: 'Is what is doubtful right?',
    right: (what: string) => `${what}: this is right`,
    remember: 'Also in every other file of this layout, without asking',
    notRight: 'Say that it is right, or correct the file.',
    confirm: 'Load the file',
    confirmed: (name: string) => `${name} was confirmed and is being loaded.`,
    resend: 'Send the corrected file',
    resendText: 'Drop it here: it is read with the same mapping and checked at once.',
  },
  es: {
    title: 'Confirmar',
    wrong: (rows: string, one: boolean) =>
      `${rows} ${one ? 'fila es incorrecta' : 'filas son incorrectas'}. ¿Qué se hace?`,
    refuse: 'Corregir el archivo y enviarlo de nuevo',
    refuseText: 'No se carga nada de este archivo. Queda registrado como retirado.',
    leaveOut: 'Dejar fuera las filas incorrectas y cargar las demás',
    leaveOutText: 'Sus cifras faltan hasta que las traiga un archivo posterior.',
    nothingGood: 'Ninguna otra fila es nueva ni distinta: sin ellas no hay nada que cargar.',
    reason: '¿Por qué cambian valores anteriores?',
    reasonHint: 'Se conserva con la revisión de cada resultado y cuadro de mando que cambia con ello.',
    reasonMissing: 'Diga por qué cambian los valores anteriores.',
    doubtful: '¿Es correcto lo dudoso?',
    right: (what: string) => `${what}: es correcto`,
    remember: 'También en cualquier otro archivo de este formato, sin preguntar',
    notRight: 'Confirme que es correcto, o corrija el archivo.',
    confirm: 'Cargar el archivo',
    confirmed: (name: string) => `${name} se confirmó y se está cargando.`,
    resend: 'Enviar el archivo corregido',
    resendText: 'Suéltelo aquí: se lee con lo mismo que se dijo de las columnas y se comprueba enseguida.',
  },
};

interface Doubt {
  code: WarningCode;
  right: boolean;
  remember: boolean;
}

interface Answers {
  wrongRows: WrongRows;
  restatementReason: string;
  doubts: Doubt[];
}

/** The last step before a load: what it does in one sentence, and what to do with rows that are wrong or doubtful. */
@Component({
  selector: 'pl-review-panel',
  imports: [FormField, Field, Control, ProblemSummary, SendFiles],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './review-panel.html',
  styleUrl: './review-panel.css',
})
export class ReviewPanel {
  readonly file = input.required<KpiFile>();
  readonly confirmed = output<KpiFile>();
  /** The corrected file has arrived. */
  readonly resent = output<KpiFile>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  protected readonly text = texts(words);
  protected readonly doubtText = texts(doubtWords);
  private readonly effectText = texts(effectWords);

  private readonly model = linkedSignal<number, Answers>({
    source: () => this.file().version,
    computation: () => ({
      wrongRows: 'refuse',
      restatementReason: '',
      doubts: this.file()
        .warnings.filter(({ accepted }) => accepted === null)
        .map(({ code }) => ({ code, right: false, remember: false })),
    }),
  });
  protected readonly form = form(this.model, (path) => {
    validateTree(path, ({ value, fieldTree }) => {
      const [issue] = confirmation.safeParse(this.bodyOf(value())).error?.issues ?? [];
      const missing = this.needsReason() && value().restatementReason.trim() === '';
      const message = missing ? this.text().reasonMissing : issue?.message;
      const doubts = value().doubts.flatMap(({ right }, index) => {
        const at = fieldTree.doubts[index]?.right;
        return right || !at ? [] : [{ kind: 'doubt', message: this.text().notRight, fieldTree: at }];
      });
      return message === undefined
        ? doubts
        : [...doubts, { kind: 'confirmation', message, fieldTree: fieldTree.restatementReason }];
    });
  });
  protected readonly submitter = formSubmitter(this.form, async () => {
    const file = await this.api.call(
      confirmKpiFile,
      { params: { kpiFileId: this.file().id }, body: this.bodyOf(this.model()) },
      { ifMatch: etagOf(this.file()) },
    );
    this.notices.done(this.text().confirmed(file.name));
    this.confirmed.emit(file);
  });

  protected readonly needsReason = computed(() => this.file().effect?.needsReason ?? false);
  protected readonly hasWrong = computed(() => this.file().rows.wrong > 0);
  protected readonly hasGood = computed(() => {
    const { rows } = this.file();
    return (rows.new ?? 0) + (rows.restated ?? 0) > 0;
  });
  protected readonly fixes = computed(
    () => this.hasWrong() && (!this.hasGood() || this.model().wrongRows === 'refuse'),
  );
  protected readonly wrongText = computed(() => {
    const { wrong } = this.file().rows;
    return this.text().wrong(formatNumber(wrong, this.reader.locale()), wrong === 1);
  });
  protected readonly effect = computed(() =>
    effectSentence(this.file(), this.hasWrong(), this.effectText(), this.reader.locale()),
  );

  protected choose(wrongRows: WrongRows): void {
    this.model.update((model) => ({ ...model, wrongRows }));
  }

  protected chosen(wrongRows: WrongRows): boolean {
    return this.model().wrongRows === wrongRows;
  }

  protected mayRemember(code: WarningCode): boolean {
    return (rememberedCodes as readonly WarningCode[]).includes(code);
  }

  private bodyOf({ wrongRows, restatementReason, doubts }: Answers) {
    const reason = restatementReason.trim();
    const right = doubts.filter((doubt) => doubt.right);
    const remembered = rememberedCodes.filter((code) =>
      right.some((doubt) => doubt.code === code && doubt.remember),
    );
    return {
      wrongRows,
      ...(reason === '' ? {} : { restatementReason: reason }),
      ...(right.length === 0 ? {} : { acceptWarnings: right.map(({ code }) => code) }),
      ...(remembered.length === 0 ? {} : { rememberWarnings: remembered }),
    };
  }
}
