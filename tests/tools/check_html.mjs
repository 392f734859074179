// SPDX-License-Identifier: Apache-2.0
// node check_html.mjs CHROMIUM DIR [PICTURE]: what DIR/belgium.html and DIR/hostile.html do in headless Chromium.
import assert from 'node:assert/strict';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const [executablePath, directory, picture] = process.argv.slice(2);
const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']});

async function open(name, colorScheme = 'light') {
  const context = await browser.newContext({offline: true, colorScheme, viewport: {width: 1400, height: 900}});
  const page = await context.newPage();
  const trouble = [];
  page.on('console', message => { if (['error', 'warning'].includes(message.type())) trouble.push(message.text()); });
  page.on('pageerror', error => trouble.push(String(error)));
  page.on('dialog', dialog => { trouble.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', request => { if (!request.url().startsWith('file:')) trouble.push(`asks for ${request.url()}`); });
  await page.goto(pathToFileURL(`${directory}/${name}.html`).href);
  return {page, trouble};
}

{
  const {page, trouble} = await open('belgium');
  const visible = () => page.locator('.edge:not(.off)').count();
  const sentences = page.locator('#sentences li');
  assert.equal(await visible(), 7, 'all edges are shown');

  await page.locator('.edge', {hasText: 'SUPPORT'}).first().locator('text').first().click();
  assert.equal(await sentences.count(), 1, 'a click shows the sentence');
  const link = sentences.first().locator('a');
  assert.equal(await link.getAttribute('href'), 'https://www.example.org/call?a=1&b=2');

  await page.locator('.edge', {hasText: 'AID'}).first().focus();
  await page.keyboard.press('Enter');
  assert.match(await sentences.first().innerText(), /masks/, 'Enter shows the sentence');

  await page.getByRole('checkbox', {name: 'SUPPORT'}).uncheck();
  assert.equal(await visible(), 5, 'a type hides its edges');
  await page.getByRole('button', {name: 'All relations'}).click();
  assert.equal(await visible(), 7, 'and they come back');

  await page.getByRole('checkbox', {name: 'health'}).uncheck();
  assert.equal(await visible(), 7, 'an edge with another context stays');
  await page.getByRole('checkbox', {name: 'diplomatic'}).uncheck();
  assert.equal(await visible(), 6, 'an edge without a chosen context goes');
  await page.locator('#reset').click();

  await page.locator('#confidence').fill('50');
  assert.equal(await visible(), 6, 'what is doubtful goes');
  assert.equal(await page.locator('.node:not(.off)').count(), 2, 'and its parties');
  await page.locator('#reset').click();

  await page.getByRole('button', {name: '2021-08: 1 of conflict'}).press('Enter');
  assert.equal(await visible(), 1, 'a month on the timeline chooses its relations');
  await page.locator('#reset').click();

  const inside = await page.evaluate(() => {
    const area = document.querySelector('.picture').getBoundingClientRect();
    return [...document.querySelectorAll('.node')].every(node => {
      const {left, right, top, bottom} = node.getBoundingClientRect();
      return left >= area.left && right <= area.right && top >= area.top && bottom <= area.bottom;
    });
  });
  assert.ok(inside, 'the whole diagram is in the picture');

  const box = async () => (await page.locator('.picture svg').getAttribute('viewBox')).split(' ').map(Math.round).join(' ');
  const before = await box();
  await page.locator('.picture').hover();
  await page.mouse.wheel(0, -300);
  assert.notEqual(await box(), before, 'the wheel zooms');
  await page.locator('.picture').click({position: {x: 3, y: 3}});
  await page.keyboard.press('0');
  assert.equal(await box(), before, '0 shows all');
  await page.mouse.move(600, 300);
  await page.mouse.down();
  await page.mouse.move(650, 350);
  await page.mouse.up();
  assert.notEqual(await box(), before, 'dragging pans');
  await page.keyboard.press('0');

  await page.locator('.edge', {hasText: 'AID'}).first().focus();
  await page.keyboard.press('Enter');
  if (picture) await page.screenshot({path: `${picture}-light.png`});
  await page.locator('#theme').click();
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(20, 24, 29)');
  if (picture) await page.screenshot({path: `${picture}-dark.png`});
  assert.deepEqual(trouble, []);
}
{
  const {page, trouble} = await open('hostile', 'dark');
  await page.locator('.edge').first().focus();
  await page.keyboard.press('Enter');
  assert.match(await page.locator('#chosen').innerText(), /<TABLE><TR><TD>"Bob" & 'Eve'<\/TD>/);
  assert.match(await page.locator('#sentences').innerText(), /<script>alert\(1\)<\/script>/);
  assert.equal(await page.locator('#sentences a').count(), 0, 'a link that is no web address is none');
  assert.equal(await page.evaluate(() => document.scripts.length), 2);
  assert.deepEqual(trouble, []);
}
await browser.close();
console.log('belgium.html and hostile.html: as they should be');
