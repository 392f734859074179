// SPDX-License-Identifier: Apache-2.0
'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const svg = document.querySelector('.picture svg');
  const picture = document.querySelector('.picture');
  const list = document.getElementById('sentences');
  const byId = id => document.getElementById(id);
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const makeSvg = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // What is shown: filters over single relations; an edge is there as long as one of its relations passes.
  const off = {types: new Set(), contexts: new Set()};
  const passes = (edge, sentence) => {
    if (off.types.has(edge.type)) return false;
    const contexts = edge.contexts.length > 0 ? edge.contexts : ['none'];
    if (contexts.every(context => off.contexts.has(context))) return false;
    const [from, until] = [byId('from').value, byId('until').value];
    if ((from && !(sentence.date >= from)) || (until && !(sentence.date && sentence.date <= until))) return false;
    return sentence.confidence >= byId('confidence').value / 100;
  };
  const shown = edge => edge.evidence.filter(sentence => passes(edge, sentence));

  let chosen = null;
  const group = index => document.getElementById(data.edges[index].id);
  const apply = () => {
    const used = new Set();
    let relations = 0;
    data.edges.forEach((edge, index) => {
      const count = shown(edge).length;
      relations += count;
      group(index).classList.toggle('off', count === 0);
      if (count > 0) used.add(edge.source).add(edge.target);
    });
    for (const line of data.lines) {
      document.getElementById(line.id).classList.toggle('off', !used.has(line.source));
      if (used.has(line.source)) used.add(line.target);
    }
    for (const node of svg.querySelectorAll('.node'))
      node.classList.toggle('off', !used.has(node.querySelector('title').textContent));
    byId('confidence-value').textContent = `${byId('confidence').value} %`;
    byId('status').textContent = `${relations} shown`;
    drawTime();
    if (chosen !== null) showEvidence(chosen);
  };

  const sentenceItem = sentence => {
    const where = make('small');
    const words = [sentence.date, sentence.publisher].filter(Boolean).join(', ');
    where.append(words, words ? ' · ' : '');
    const title = sentence.title || sentence.url || 'statement';
    where.append(sentence.url
      ? make('a', {href: sentence.url, target: '_blank', rel: 'noopener noreferrer', textContent: title})
      : title);
    where.append(` · confidence ${Math.round(sentence.confidence * 100)} %`);
    return make('li', {}, make('blockquote', {textContent: sentence.text || '(coded in an event table)'}), where);
  };
  const showEvidence = index => {
    if (chosen !== null) group(chosen).classList.remove('chosen');
    chosen = index;
    group(index).classList.add('chosen');
    const edge = data.edges[index];
    byId('chosen').textContent = `${edge.sourceName} ${edge.predicate} ${edge.targetName}`;
    const sentences = shown(edge);
    const kept = edge.count > edge.evidence.length ? `; the latest ${edge.evidence.length} are in this file` : '';
    byId('about').textContent =
      `${edge.type}${edge.modality === 'asserted' ? '' : ` (${edge.modality})`}, ${edge.count} in all${kept}` +
      (edge.topics.length > 0 ? ` · ${edge.topics.join(', ')}` : '');
    list.replaceChildren(...sentences.map(sentenceItem));
  };

  data.edges.forEach((edge, index) => {
    const element = group(index);
    element.tabIndex = 0;
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', `${edge.sourceName} ${edge.predicate} ${edge.targetName}, ${edge.count}`);
    for (const link of element.querySelectorAll('a')) {
      link.removeAttributeNS('http://www.w3.org/1999/xlink', 'href');
      link.removeAttribute('target');
    }
    element.addEventListener('click', event => { event.preventDefault(); if (!moved) showEvidence(index); });
    element.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      showEvidence(index);
    });
  });

  const addFilter = (place, set, value, count, look) => {
    const box = make('input', {type: 'checkbox', checked: true, name: value});
    box.addEventListener('change', () => { set[box.checked ? 'delete' : 'add'](value); apply(); });
    const sample = make('span', {className: `sample ${look?.style ?? ''}`});
    if (look) sample.style.color = look.line;
    byId(place).append(make('label', {}, box, ...(look ? [sample] : []), value.replaceAll('_', ' '),
      make('span', {className: 'count', textContent: count})));
  };
  const tally = values => values.reduce((counts, [key, n]) => counts.set(key, (counts.get(key) ?? 0) + n), new Map());
  for (const [type, count] of tally(data.edges.map(edge => [edge.type, edge.count])))
    addFilter('types', off.types, type, count, data.looks[data.edges.find(edge => edge.type === type).quadClass]);
  const contexts = data.edges.flatMap(edge =>
    (edge.contexts.length > 0 ? edge.contexts : ['none']).map(context => [context, edge.count]));
  for (const [context, count] of [...tally(contexts)].sort()) addFilter('contexts', off.contexts, context, count);
  for (const id of ['from', 'until', 'confidence']) byId(id).addEventListener('input', apply);
  byId('reset').addEventListener('click', () => {
    for (const set of Object.values(off)) set.clear();
    for (const box of document.querySelectorAll('input[type=checkbox]')) box.checked = true;
    byId('from').value = byId('until').value = '';
    byId('confidence').value = 0;
    apply();
  });
  byId('theme').addEventListener('click', () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });

  // The timeline: cooperation above the line, conflict below, by month; by day where there are few months, by year where
  // there are many.
  const time = document.querySelector('.time svg');
  const lastDay = key => key.length === 10 ? key : key.length === 4 ? `${key}-12-31`
    : `${key}-${new Date(Date.UTC(+key.slice(0, 4), +key.slice(5, 7), 0)).getUTCDate()}`;
  const periods = length => {
    const keys = data.edges.flatMap(edge => edge.evidence).filter(s => s.date).map(s => s.date.slice(0, length)).sort();
    if (keys.length === 0) return [];
    const all = [];
    for (let key = keys[0]; key <= keys.at(-1) && all.length < 2000;) {
      all.push(key);
      if (length === 10) {
        key = new Date(Date.parse(key) + 86400000).toISOString().slice(0, 10);
        continue;
      }
      const [year, month] = key.split('-').map(Number);
      const next = length === 4 ? [year + 1] : month === 12 ? [year + 1, 1] : [year, month + 1];
      key = String(next[0]).padStart(4, '0') + (length === 4 ? '' : `-${String(next[1]).padStart(2, '0')}`);
    }
    return all;
  };
  let keys = periods(7);
  if (keys.length > 120) keys = periods(4);
  else if (keys.length > 0 && keys.length <= 3) keys = periods(10);
  const drawTime = () => {
    const counts = new Map(keys.map(key => [key, {cooperation: 0, conflict: 0}]));
    for (const edge of data.edges)
      for (const sentence of shown(edge)) {
        const count = sentence.date && counts.get(sentence.date.slice(0, keys[0].length));
        if (count) ++count[edge.quadClass.split('_')[1]];
      }
    const most = Math.max(1, ...[...counts.values()].flatMap(c => [c.cooperation, c.conflict]));
    const whole = Math.max(200, time.clientWidth);
    const width = whole / Math.max(1, keys.length);
    time.setAttribute('viewBox', `0 0 ${whole} 84`);
    time.replaceChildren(makeSvg('line', {x1: 0, x2: whole, y1: 36, y2: 36}));
    [...counts].forEach(([key, count], index) => {
      for (const [kind, color, up] of [['cooperation', data.looks.material_cooperation.line, true],
                                       ['conflict', data.looks.material_conflict.line, false]]) {
        if (count[kind] === 0) continue;
        const height = 34 * count[kind] / most;
        const bar = makeSvg('rect', {x: index * width + .1 * width, width: .8 * width, y: up ? 36 - height : 36, height,
          fill: color, tabindex: 0, role: 'button', 'aria-label': `${key}: ${count[kind]} of ${kind}`});
        const choose = () => {
          byId('from').value = `${key}-01-01`.slice(0, 10);
          byId('until').value = lastDay(key);
          apply();
        };
        bar.addEventListener('click', choose);
        bar.addEventListener('keydown', event => { if (event.key === 'Enter') choose(); });
        const title = makeSvg('title', {});
        title.textContent = `${key}: ${count[kind]} of ${kind}`;
        bar.append(title);
        time.append(bar);
      }
      if (index % Math.ceil(keys.length / 12) === 0) {
        const label = makeSvg('text', {x: index * width, y: 82});
        label.textContent = key;
        time.append(label);
      }
    });
  };

  addEventListener('resize', drawTime);

  // Pan and zoom: the view box moves over the picture.
  const whole = svg.viewBox.baseVal;
  const start = {x: whole.x, y: whole.y, width: whole.width, height: whole.height};
  let box = {...start};
  let moved = false;
  const look = () => svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  const zoom = (factor, x = .5, y = .5) => {
    const width = Math.min(start.width * 4, Math.max(start.width / 40, box.width * factor));
    const scale = width / box.width;
    box = {x: box.x + box.width * x * (1 - scale), y: box.y + box.height * y * (1 - scale), width, height: box.height * scale};
    look();
  };
  picture.addEventListener('wheel', event => {
    event.preventDefault();
    const area = picture.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, (event.clientX - area.left) / area.width, (event.clientY - area.top) / area.height);
  }, {passive: false});
  picture.addEventListener('pointerdown', event => {
    moved = false;
    const from = {x: event.clientX, y: event.clientY, box: {...box}};
    const move = next => {
      const scale = Math.max(box.width / picture.clientWidth, box.height / picture.clientHeight);
      const [dx, dy] = [next.clientX - from.x, next.clientY - from.y];
      if (Math.hypot(dx, dy) < 4) return;
      moved = true;
      box = {...box, x: from.box.x - dx * scale, y: from.box.y - dy * scale};
      look();
    };
    const stop = () => { removeEventListener('pointermove', move); removeEventListener('pointerup', stop); };
    addEventListener('pointermove', move);
    addEventListener('pointerup', stop);
  });
  document.addEventListener('keydown', event => {
    if (event.target.closest('input') || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = .1 * box.width;
    const keysDo = {
      '+': () => zoom(1 / 1.2), '=': () => zoom(1 / 1.2), '-': () => zoom(1.2),
      '0': () => { box = {...start}; look(); },
      ArrowLeft: () => { box.x -= step; look(); }, ArrowRight: () => { box.x += step; look(); },
      ArrowUp: () => { box.y -= step; look(); }, ArrowDown: () => { box.y += step; look(); },
    };
    if (!(event.key in keysDo)) return;
    event.preventDefault();
    keysDo[event.key]();
  });
  apply();
})();
