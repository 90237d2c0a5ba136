export const vendorsWords = {
  en: {
    title: 'Who is meant?',
    lead: 'These codes of the file belong to no vendor here. What you say is remembered for the next file.',
    readOnly: (tenant: string) =>
      `A vendor manager of ${tenant} says who is meant. These are the codes; the rows wait until then.`,
    code: 'Code in the file',
    rows: (rows: string, one: boolean) => `${rows} ${one ? 'row' : 'rows'}`,
    what: (code: string) => `What becomes of ${code}`,
    choices: { create: 'A new vendor', match: 'A vendor that is here', later: 'Not now' },
    name: (code: string) => `Name of the new vendor ${code}`,
    vendor: (code: string) => `Vendor meant by ${code}`,
    choose: 'Choose…',
    all: 'All codes',
    contract: 'Terms of the contract',
    contractHint:
      'Each of these vendors gets a contract of its own with the same SLAs, as far as it has none for that time. Without terms nothing is evaluated.',
    noContract: 'None for now',
    contractOf: (reference: string, title: string, vendor: string) => `${reference}: ${title} (${vendor})`,
    strict:
      'New vendors start in onboarding, with medium criticality and PHI access, which is the stricter reading: change it on their pages.',
    send: 'Do it and go on',
    done: (created: string, matched: string) =>
      `${created} vendors created, ${matched} matched. The file is being checked.`,
    creates: (vendors: string, one: boolean) => `Creates ${vendors} ${one ? 'vendor' : 'vendors'}`,
    matches: (codes: string, one: boolean) =>
      `matches ${codes} ${one ? 'code with a vendor that is' : 'codes with vendors that are'} here`,
    both: (creates: string, matches: string) => `${creates} and ${matches}`,
    copies: (one: boolean, reference: string) =>
      one ? `, with a copy of contract ${reference}` : `, each with a copy of contract ${reference}`,
    later: (codes: string, one: boolean) =>
      `${codes} ${one ? 'code waits' : 'codes wait'}, and the file with ${one ? 'it' : 'them'}.`,
    nothing: 'Nothing is said yet: the file goes on waiting.',
    sayOne: 'Say who is meant by at least one code.',
    chooseVendor: 'Choose the vendor that is meant.',
    codeUnfit: (why: string) =>
      `This cannot be the code of a new vendor (${why}). Match it with one that is here.`,
  },
  es: {
    title: '¿A quién se refieren?',
    lead: 'Estos códigos del archivo no son de ningún proveedor de aquí. Lo que diga se recuerda para el próximo archivo.',
    readOnly: (tenant: string) =>
      `Una persona de ${tenant} que gestione proveedores dice a quién se refieren. Estos son los códigos; las filas esperan hasta entonces.`,
    code: 'Código en el archivo',
    rows: (rows: string, one: boolean) => `${rows} ${one ? 'fila' : 'filas'}`,
    what: (code: string) => `Qué pasa con ${code}`,
    choices: { create: 'Un proveedor nuevo', match: 'Un proveedor que ya está', later: 'Ahora no' },
    name: (code: string) => `Nombre del proveedor nuevo ${code}`,
    vendor: (code: string) => `Proveedor al que se refiere ${code}`,
    choose: 'Elija…',
    all: 'Todos los códigos',
    contract: 'Condiciones del contrato',
    contractHint:
      'Cada uno de estos proveedores recibe un contrato propio con los mismos SLA, si no tiene ninguno para ese tiempo. Sin condiciones no se evalúa nada.',
    noContract: 'Ninguno por ahora',
    contractOf: (reference: string, title: string, vendor: string) => `${reference}: ${title} (${vendor})`,
    strict:
      'Los proveedores nuevos empiezan en incorporación, con criticidad media y acceso a PHI, que es la lectura más estricta: cámbielo en sus páginas.',
    send: 'Hacerlo y continuar',
    done: (created: string, matched: string) =>
      `Proveedores creados: ${created}; asignados: ${matched}. El archivo se está comprobando.`,
    creates: (vendors: string, one: boolean) => `Crea ${vendors} ${one ? 'proveedor' : 'proveedores'}`,
    matches: (codes: string, one: boolean) =>
      `asigna ${codes} ${one ? 'código a un proveedor que ya está' : 'códigos a proveedores que ya están'}`,
    both: (creates: string, matches: string) => `${creates} y ${matches}`,
    copies: (one: boolean, reference: string) =>
      one
        ? `, con una copia del contrato ${reference}`
        : `, cada uno con una copia del contrato ${reference}`,
    later: (codes: string, one: boolean) =>
      `${codes} ${one ? 'código espera' : 'códigos esperan'}, y el archivo con ${one ? 'él' : 'ellos'}.`,
    nothing: 'Aún no se ha dicho nada: el archivo sigue esperando.',
    sayOne: 'Diga a quién se refiere al menos un código.',
    chooseVendor: 'Elija el proveedor al que se refiere.',
    codeUnfit: (why: string) =>
      `No puede ser el código de un proveedor nuevo (${why}). Asígnelo a uno que ya está.`,
  },
};
