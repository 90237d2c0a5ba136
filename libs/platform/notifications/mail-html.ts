interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly language: string;
}

const ADDRESS = /^https?:\/\/\S+$/;

/**
 * The HTML part of a mail, made from the same paragraphs as its plain text, so that the two never differ. One column,
 * sizes in px and colours inline as mail programs want them, no image, no script, nothing fetched: opening it tells nobody.
 * A paragraph that is nothing but an address is a button; the address stands below it for whoever cannot press one.
 */
export function mailHtml({ subject, text, language }: Letter): string {
  const paragraphs = text
    .split('\n\n')
    .map((paragraph) => (ADDRESS.test(paragraph) ? button(paragraph, language) : prose(paragraph)));
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:24px 12px;background:#f1f5f9;color:#1e293b;font:16px/1.5 Arial,Helvetica,sans-serif">
<div role="article" aria-label="${escapeHtml(subject)}" style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #cbd5e1;border-radius:6px">
<p style="margin:0 0 16px;color:#0f5f59;font-weight:bold">Plumbline</p>
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3;overflow-wrap:anywhere">${escapeHtml(subject)}</h1>
${paragraphs.join('\n')}
</div>
</body>
</html>
`;
}

function prose(paragraph: string): string {
  const lines = paragraph.split('\n').map(linked).join('<br>');
  return `<p style="margin:0 0 16px;overflow-wrap:anywhere">${lines}</p>`;
}

function button(address: string, language: string): string {
  const href = escapeHtml(address);
  const open = language === 'es' ? 'Abrir en Plumbline' : 'Open in Plumbline';
  return `<p style="margin:0 0 16px"><a href="${href}" style="display:inline-block;padding:12px 20px;background:#0f5f59;color:#ffffff;text-decoration:none;border-radius:6px;font-weight:bold">${open}</a></p>
<p style="margin:0 0 16px;font-size:13px;color:#475569;overflow-wrap:anywhere">${href}</p>`;
}

function linked(line: string): string {
  return line
    .split(/(https?:\/\/\S+)/)
    .map((part) =>
      ADDRESS.test(part)
        ? `<a href="${escapeHtml(part)}" style="color:#0f5f59">${escapeHtml(part)}</a>`
        : escapeHtml(part),
    )
    .join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
