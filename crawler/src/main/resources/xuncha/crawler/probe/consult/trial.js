// Runs in a world of its own beside a page with a form: finds the field for the text, fills
// in the rest as a person would, and tells what the form says of what was written.
// Knows no site; goes by structure, labels and visibility alone.
(given) => {
  const CONTENT = /内容|正文|诉求|问题|留言|描述|详情|咨询|建议|意见|信件|来信|事项|反映|content|message|detail|question|body|msg|text|desc/i;
  const CAPTCHA = /验证码|校验码|附加码|captcha|verify|yzm|checkcode|validcode|vcode|randcode|authcode/i;
  const AGREE = /我?已(?:经)?(?:认真|仔细)?(?:阅读|知晓|了解)|同意|承诺|接受(?:以上|上述|本)/;
  const SEND = /^(?:确认|立即|马上|我要|点击)?(?:提\s*交|发\s*送|发\s*布|投\s*递|寄\s*出|递\s*交|上\s*报|发\s*表|提交(?:信件|留言|咨询|建议|来信|问题|内容|信息)|submit|send|post)(?:信件|留言|咨询|建议|来信|问题|信息)?$/i;
  const MAYBE = /提交|发送|发表|投递|写信|留言|咨询|确\s*定|确\s*认|保\s*存|完\s*成|submit|send|save/i;
  const NEVER = /重\s*置|重\s*填|清\s*空|取\s*消|返\s*回|预\s*览|上\s*传|浏\s*览|搜\s*索|检\s*索|查\s*询|登\s*录|注\s*册|获\s*取|换一|看不清|刷新|打\s*印|关\s*闭|首页|下载|reset|cancel|search|login|upload|back/i;
  const OK = /^\s*(?:确\s*定|确\s*认|我?知道了|好的?|关\s*闭|ok|close|×|✕|是)\s*$/i;

  const rendered = (element) => {
    if (!element || !element.isConnected) return false;
    const box = element.getBoundingClientRect();
    if (box.width < 1 || box.height < 1) return false;
    return element.checkVisibility
      ? element.checkVisibility({visibilityProperty: true, opacityProperty: true})
      : getComputedStyle(element).visibility !== 'hidden';
  };
  const words = (text) => (text || '').replace(/\s+/g, ' ').trim();
  const said = (element) => words(element.value !== undefined && element.tagName !== 'BUTTON' && element.tagName !== 'LI'
    ? element.value || element.alt || element.title : element.innerText || element.title || element.getAttribute('aria-label'));

  const label = (field) => {
    const own = [];
    if (field.id) {
      for (const one of document.getElementsByTagName('label')) if (one.htmlFor === field.id) own.push(one.innerText);
    }
    const around = field.closest('label');
    if (around) own.push(around.innerText);
    own.push(field.getAttribute('aria-label') || '');
    if (words(own.join(''))) return words(own.join(' ')).slice(0, 80);
    let at = field;
    for (let level = 0; level < 6 && at && at !== document.body && at.tagName !== 'FORM'; level++) {
      for (let before = at.previousSibling; before; before = before.previousSibling) {
        if (before.nodeType === 3 && words(before.data)) return words(before.data).slice(-60);
        if (before.nodeType === 1) {
          if (before.matches('input:not([type=hidden]), select, textarea') || before.querySelector('input:not([type=hidden]), select, textarea')) break;
          if (words(before.innerText)) return words(before.innerText).slice(0, 60);
        }
      }
      at = at.parentElement;
    }
    return '';
  };
  const about = (field) => [label(field), field.placeholder || '', field.title || '', field.name || '', field.id || ''].join(' ');

  // ------- where to write

  const editable = () => document.designMode === 'on' || (document.body && document.body.isContentEditable);

  const find = (hint) => {
    let best = null, most = -1;
    const all = [...document.querySelectorAll('textarea, [contenteditable=""], [contenteditable=true], [contenteditable=plaintext-only]')].slice(0, 60);
    for (const field of all) {
      if (field.disabled || field.readOnly || field.parentElement && field.parentElement.isContentEditable) continue;
      let score = 0;
      if (hint && (hint.id && field.id === hint.id || hint.name && field.getAttribute('name') === hint.name)) score += 8;
      if (CONTENT.test(about(field))) score += 3;
      if (rendered(field)) score += 4;
      score += Math.min(3, field.getBoundingClientRect().height / 60);
      if (/标题|主题|备注|地址|title|remark|address/i.test(about(field))) score -= 5;
      if (score > most) { most = score; best = field; }
    }
    // an input will do where there is no area
    if (!best) {
      for (const field of document.querySelectorAll('input[type=text], input:not([type])')) {
        if (hint && (hint.id && field.id === hint.id || hint.name && field.name === hint.name)) { best = field; most = 8; }
      }
    }
    globalThis.content = best;
    return {score: best ? most : editable() ? 1 : -1, shown: rendered(best), editor: !best && editable(),
      tag: best ? best.tagName : '', name: best ? best.getAttribute('name') || best.id || '' : '',
      label: best ? label(best) : '', maxLength: best && best.maxLength > 0 ? best.maxLength : -1};
  };

  const asEditor = () => { globalThis.content = document.body; return true; };

  /// The form, or the block that serves as one.
  const scope = () => {
    const field = globalThis.content;
    const form = field.form || field.closest('form');
    let at = form || field.parentElement;
    for (let level = 0; level < 10 && at && at !== document.documentElement; level++) {
      if (sender(at)) return at;
      at = at.parentElement;
    }
    return form || document.body;
  };

  const sender = (within) => {
    let best = null, most = 0;
    const field = globalThis.content;
    for (const one of [...within.querySelectorAll('button, input[type=submit], input[type=button], input[type=image], a, [onclick], [role=button], [class*=btn], [class*=button], [class*=submit]')].slice(0, 400)) {
      if (!rendered(one) && !one.disabled || one.contains(field)) continue;
      const text = said(one);
      const name = [one.id, one.getAttribute('name') || '', typeof one.className === 'string' ? one.className : '', one.getAttribute('onclick') || ''].join(' ');
      if (text.length > 12 || NEVER.test(text) || !text && !/submit|tijiao/i.test(name) && one.type !== 'image' && one.type !== 'submit') continue;
      if (one.tagName === 'A' && one.getAttribute('href') && /^(?:https?:|\/|[\w.]+\.(?:html?|jsp|do|aspx))/i.test(one.getAttribute('href')) && !one.onclick && !SEND.test(text)) continue;
      let score = 0;
      if (SEND.test(text)) score += 10;
      else if (MAYBE.test(text)) score += 4;
      if (one.type === 'submit' || one.type === 'image') score += 4;
      if (/submit|tijiao|send|save/i.test(name)) score += 2;
      if (score > 0 && field.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) score += 2;
      if (/^(?:BUTTON|INPUT|A)$/.test(one.tagName)) score += 1;
      if (score >= 5 && score > most) { most = score; best = one; }
    }
    return best;
  };

  // ------- what a person would fill in

  const identity = () => {
    const digits = '34010419850312101', weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = [...digits].reduce((all, digit, at) => all + digit * weights[at], 0);
    return digits + '10X98765432'[sum % 11];
  };

  /// The code beside the field where it stands there in letters or as a sum.
  const code = (field) => {
    let at = field;
    for (let level = 0; level < 3 && at.parentElement; level++) {
      at = at.parentElement;
      for (const one of at.querySelectorAll('span, i, em, b, strong, div, label, a, button, input[type=button], input[readonly], canvas')) {
        const text = words(one.tagName === 'INPUT' ? one.value : one.innerText);
        if (/^[0-9A-Za-z](?:\s?[0-9A-Za-z]){3,5}$/.test(text)) return text.replace(/\s/g, '');
        const sum = /^(\d{1,2})\s*([-+×*xX加减乘])\s*(\d{1,2})\s*=?\s*[?？]?$/.exec(text);
        if (sum) {
          const a = +sum[1], b = +sum[3];
          return String(/[+加]/.test(sum[2]) ? a + b : /[-减]/.test(sum[2]) ? a - b : a * b);
        }
      }
    }
    return 'a7k3';
  };

  const KINDS = [
    [CAPTCHA, code],
    [/手机|移动电话|mobile|cellphone|shouji|\bsj\b/i, () => '13805510001'],
    [/邮编|邮政编码|zip|postcode/i, () => '230001'],
    [/邮箱|邮件|e-?mail/i, () => 'wangxm@example.com'],
    [/身份证|证件号|证件编号|id_?card|idno|sfz|cardno/i, identity],
    [/电话|联系方式|phone|tel|lianxi|\bdh\b/i, () => '13805510001'],
    [/\bqq\b/i, () => '10001234'],
    [/年龄|\bage\b/i, () => '35'],
    [/日期|时间|date|time/i, () => '2020-03-02'],
    [/密码|查询码|口令|password|pwd/i, () => 'Abc12345'],
    [/姓名|称呼|联系人|写信人|来信人|留言人|咨询人|真实|昵称|署名|username|\bname\b|realname|\bxm\b|author|linkman/i, () => '王小明'],
    [/地址|住址|住所|address|addr/i, () => '合肥市蜀山区长江西路一号'],
    [/单位|公司|机构|company|unit/i, () => '合肥市第一中学'],
    [/职业|工作|profession|job/i, () => '教师'],
    [/标题|主题|题目|title|subject|\bbt\b|topic/i, () => '关于居住证办理所需材料的咨询事项'],
  ];

  const plausible = (field) => {
    switch (field.type) {
      case 'email': return 'wangxm@example.com';
      case 'tel': return '13805510001';
      case 'number': case 'range': return String(Math.max(+field.min || 0, CAPTCHA.test(about(field)) ? +code(field) || 1234 : 35));
      case 'date': return '2020-03-02';
      case 'datetime-local': return '2020-03-02T09:30';
      case 'month': return '2020-03';
      case 'week': return '2020-W10';
      case 'time': return '09:30';
      case 'color': return '#000000';
      case 'url': return 'http://www.example.com/';
      default: break;
    }
    const first = [label(field), field.placeholder || '', field.title || ''].join(' ');
    const second = [field.name || '', field.id || ''].join(' ').replace(/[_-]/g, ' ');
    for (const text of [first, second]) {
      for (const [kind, value] of KINDS) if (kind.test(text)) return value(field);
    }
    return field.tagName === 'TEXTAREA' ? '居住地在合肥市蜀山区，在本市工作已满两年，有稳定住所' : '居住证办理事项';
  };

  const tell = (field, ...names) => {
    for (const name of names) {
      const event = /^key/.test(name) ? new KeyboardEvent(name, {bubbles: true, key: 'a'})
        : /^focus|^blur/.test(name) ? new FocusEvent(name, {bubbles: /in$|out$/.test(name)})
        : name === 'input' ? new InputEvent(name, {bubbles: true, inputType: 'insertText'}) : new Event(name, {bubbles: true});
      field.dispatchEvent(event);
    }
  };

  const put = (field, value) => {
    tell(field, 'focus', 'focusin', 'keydown');
    field.value = field.maxLength > 0 ? value.slice(0, field.maxLength) : value;
    tell(field, 'input', 'keyup', 'change', 'blur', 'focusout');
  };

  const fill = () => {
    const within = globalThis.within = scope();
    const field = globalThis.content;
    const all = [...within.querySelectorAll('input, select, textarea')].slice(0, 120);
    const chosen = new Set(all.filter((one) => one.type === 'radio' && one.checked).map((one) => one.name));
    const captchas = [];
    for (const one of all) {
      if (one === field || one.disabled) continue;
      if (one.type === 'checkbox') {
        const text = words((one.closest('label') || one.parentElement).innerText).slice(0, 120) + label(one);
        if (!one.checked && (one.required || AGREE.test(text) || AGREE.test(one.title + one.value))) one.click();
      } else if (one.type === 'radio') {
        if (!chosen.has(one.name) && (rendered(one) || rendered(one.closest('label')))) {
          chosen.add(one.name);
          one.click();
        }
      } else if (one.tagName === 'SELECT') {
        if (!one.value || one.selectedIndex <= 0) {
          const option = [...one.options].find((each, at) => !each.disabled && each.value && (at > 0 || !/请选择|选择|--/.test(each.text)));
          if (option) { tell(one, 'focus'); one.value = option.value; tell(one, 'input', 'change', 'blur'); }
        }
      } else if (!/^(?:hidden|submit|button|reset|image|file)$/.test(one.type) && !one.readOnly) {
        if (CAPTCHA.test(about(one)) && rendered(one)) captchas.push(one);
        if (!one.value && (rendered(one) || one.required)) {
          put(one, plausible(one));
        }
      }
    }
    // custom boxes that look ticked are ticked by clicking
    for (const one of within.querySelectorAll('[role=checkbox][aria-checked=false]')) if (AGREE.test(words(one.innerText))) one.click();
    globalThis.captchas = captchas;
    globalThis.send = sender(within);
    return {found: !!globalThis.send, sends: globalThis.send ? said(globalThis.send) : "", captcha: captchas.length > 0, off: off(globalThis.send)};
  };

  /// Beside an editor in a frame: the field that stands for it here.
  const standIn = () => { if (!globalThis.content) globalThis.content = document.querySelector('iframe') || document.body; return true; };

  /// A notice that has to be agreed to before there is a form.
  const agree = () => {
    for (const one of document.querySelectorAll('input[type=checkbox]')) {
      if (!one.checked && rendered(one) && AGREE.test(words((one.closest('label') || one.parentElement).innerText).slice(0, 80))) one.click();
    }
    globalThis.agreeing = [...document.querySelectorAll('button, input[type=button], a, [onclick], [role=button]')].find((one) =>
      rendered(one) && !one.disabled && said(one).length <= 14 && !/不同意|取消|返回|退出/.test(said(one))
      && (AGREE.test(said(one)) || /^(?:下一步|继续|我要写信|我要留言|我要咨询|开始填写|进入)$/.test(said(one)))
      && !(one.tagName === 'A' && /^(?:https?:|\/)/.test(one.getAttribute('href') || '')));
    return !!globalThis.agreeing;
  };

  // ------- what to choose from lists that are no selects

  const pickers = () => {
    globalThis.picking = [...globalThis.within.querySelectorAll('input[readonly], [role=combobox], [aria-haspopup=listbox]')].filter((one) =>
      one !== globalThis.content && rendered(one) && !one.value && /选择|select/i.test(about(one))).slice(0, 6);
    return globalThis.picking.length;
  };

  /// The first thing to choose in whatever has come up.
  const option = () => [...document.querySelectorAll('[role=option], [role=menuitem], li, dd, [class*=option]')].find((one) => {
    if (!rendered(one) || one.getAttribute('aria-disabled') === 'true' || globalThis.within.contains(one) && !one.closest('ul, dl, [role=listbox]')) return false;
    if (!words(one.innerText) || /请选择/.test(one.innerText)) return false;
    for (let at = one; at && at !== document.body; at = at.parentElement) if (/^(?:fixed|absolute)$/.test(getComputedStyle(at).position)) return true;
    return false;
  });

  // ------- one trial

  const begin = () => {
    const field = globalThis.content;
    // a code that has been used up stands for a new one
    for (const one of globalThis.captchas || []) if (!one.value || code(one) !== one.value) put(one, plausible(one));
    field.scrollIntoView({block: 'center'});
    field.focus();
    if (field.select && field.tagName !== 'BODY') { field.select(); }
    else { const range = document.createRange(); range.selectNodeContents(field); const picked = getSelection(); picked.removeAllRanges(); picked.addRange(range); }
    tell(field, 'keydown');
    return true;
  };

  const length = () => {
    const field = globalThis.content;
    return (field.value !== undefined ? field.value : field.innerText).replace(/\s+/g, '').length;
  };

  const written = () => {
    const field = globalThis.content;
    tell(field, 'keyup');
    if (field.value === undefined) tell(field, 'input');
    field.blur();
    return {kept: length()};
  };

  const masked = (text) => text.replace(/\d+/g, '#');

  /// Every text that can be seen, with whether it stands beside the field.
  const texts = () => {
    const field = globalThis.content;
    const seen = [];
    const near = field && field.parentElement ? row(field) : null;
    const walk = document.createTreeWalker(document.body || document.documentElement, NodeFilter.SHOW_TEXT);
    let count = 0;
    const taken = new Set();
    for (let node = walk.nextNode(); node && count < 6000; node = walk.nextNode(), count++) {
      if (!words(node.data)) continue;
      let holder = node.parentElement;
      // a sentence may be cut up by marks within it
      while (holder && /^(?:B|STRONG|EM|I|SPAN|FONT|U|LABEL)$/.test(holder.tagName) && holder.parentElement
        && holder.parentElement.childElementCount <= 4 && words(holder.parentElement.textContent).length <= 80
        && !holder.parentElement.contains(field) && !holder.parentElement.querySelector('input, textarea, select, button')) holder = holder.parentElement;
      if (!holder || field && holder.contains(field) || taken.has(holder) || /^(?:SCRIPT|STYLE|NOSCRIPT|TEXTAREA|OPTION|TEMPLATE|TITLE)$/.test(holder.tagName) || holder.isContentEditable || !rendered(holder)) continue;
      taken.add(holder);
      const text = words(holder.innerText);
      if (text && text.length <= 200) seen.push([text, !!near && near.contains(holder)]);
    }
    return seen;
  };

  /// What stands there before anything was tried.
  const remember = () => {
    globalThis.before = new Set(texts().map(([text]) => masked(text)));
    globalThis.known = new Set(covers());
    return true;
  };

  /// What has come up since, and whatever counts beside the field.
  const news = () => {
    const said = [], counts = [];
    for (const [text, near] of texts()) {
      if (!globalThis.before.has(masked(text))) said.push({words: text, near});
      else if (near && /\d/.test(text)) counts.push(text);
    }
    return {said: said.slice(0, 30), counts: counts.slice(0, 5)};
  };

  /// The part of the form that belongs to the field alone.
  const row = (field) => {
    let at = field;
    while (at.parentElement && at.parentElement !== document.body) {
      const others = [...at.parentElement.querySelectorAll('input, select, textarea, button')].filter((one) => one !== field && !/^(?:hidden|button|submit)$/.test(one.type) && rendered(one));
      if (others.length) break;
      at = at.parentElement;
    }
    return at;
  };

  const off = (one) => !!one && (one.disabled || one.getAttribute('aria-disabled') === 'true' || /\b(?:is-)?disabled\b|btn-disabled/.test(typeof one.className === 'string' ? one.className : ''));

  const state = () => {
    const field = globalThis.content;
    const send = globalThis.send;
    const form = field && (field.form || field.closest('form')) || send && send.form;
    const found = news();
    if (form && !form.noValidate && !(send && send.formNoValidate)) {
      for (const one of form.elements) {
        if (one.willValidate && !one.validity.valid) found.said.push({words: one.validationMessage || 'invalid', near: one === field});
      }
    }
    return {said: found.said, counts: found.counts, off: off(send), there: !!send && send.isConnected, kept: length()};
  };

  /// The button of a question that a layer asks before it goes on.
  const onward = () => {
    const layers = [...document.querySelectorAll('div, dialog, section')].filter((one) => rendered(one) && /^(?:fixed|absolute)$/.test(getComputedStyle(one).position)
      && words(one.innerText).length < 200 && /(?:确\s*(?:认|定)|是否|要).{0,12}(?:提交|发送|发布|写信|留言)|(?:提交|发送).{0,6}[?？吗]/.test(words(one.innerText)));
    const layer = layers.pop();
    globalThis.going = layer && [...layer.querySelectorAll('button, a, input[type=button], span, div')].reverse().find((one) =>
      rendered(one) && /^\s*(?:确\s*定|确\s*认|是|继续|提\s*交|ok|yes|确认提交|继续提交)\s*$/i.test(said(one)));
    return !!globalThis.going;
  };

  /// What lies over the page.
  const covers = () => [...document.querySelectorAll('body *')].slice(0, 8000).filter((one) => {
    if (!rendered(one)) return false;
    const position = getComputedStyle(one).position;
    return (position === 'fixed' || position === 'absolute') && !(globalThis.content && one.contains(globalThis.content)) && !(globalThis.send && one.contains(globalThis.send));
  });

  /// Takes away layers that have come up over the form.
  const clear = () => {
    let gone = 0;
    for (const one of covers()) {
      if (globalThis.known && globalThis.known.has(one) || !rendered(one)) continue;
      const button = [...one.querySelectorAll('button, a, input[type=button], span, i')].find((each) => rendered(each) && (OK.test(said(each)) || /close/i.test(typeof each.className === 'string' ? each.className : '') && !said(each)));
      if (button) { button.click(); gone++; }
    }
    return gone;
  };

  globalThis.trial = {find, asEditor, standIn, fill, agree, pickers, option, remember, begin, written, state, onward, clear};
  return true;
}
