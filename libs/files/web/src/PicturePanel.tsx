import { useEffect, useId, useRef, useState, type PointerEvent } from 'react';
import { Button, formStyles, useMessages } from '@kundig/web-kit';
import {
  areaBetween,
  drawBlackedOut,
  drawnFile,
  NEW_AREA,
  withMeasure,
  type Area,
  type Point,
} from './black-out.js';
import styles from './AttachFiles.module.css';

const MEASURES = [
  ['left', 'panel.left'],
  ['top', 'panel.top'],
  ['width', 'panel.width'],
  ['height', 'panel.height'],
] as const;
const LONGEST_DESCRIPTION = 250;

interface PicturePanelProps {
  picture: File;
  /** While it is on its way. */
  busy: boolean;
  onAdd(file: Blob, description: string): Promise<void>;
  onDiscard(): void;
}

/** One picture before it leaves the browser: described in a sentence, and black where it shows too much. */
export function PicturePanel({ picture, busy, onAdd, onDiscard }: PicturePanelProps) {
  const t = useMessages('files');
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const description = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLParagraphElement>(null);
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  const [areas, setAreas] = useState<readonly Area[]>([]);
  const [drawing, setDrawing] = useState<{ from: Point; to: Point } | null>(null);
  const [asked, setAsked] = useState(false);
  const [unreadable, setUnreadable] = useState(false);

  useEffect(() => {
    let left = false;
    createImageBitmap(picture).then(
      (opened) => !left && setBitmap(opened),
      () => !left && setUnreadable(true),
    );
    heading.current?.focus();
    return () => {
      left = true;
    };
  }, [picture]);

  useEffect(() => {
    if (!bitmap || !canvas.current) return;
    const begun = drawing && areaBetween(drawing.from, drawing.to);
    drawBlackedOut(canvas.current, bitmap, begun ? [...areas, begun] : areas);
  }, [bitmap, areas, drawing]);

  function pointOf(event: PointerEvent<HTMLCanvasElement>): Point {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * 100,
      y: ((event.clientY - box.top) / box.height) * 100,
    };
  }

  function finishDrawing() {
    const area = drawing && areaBetween(drawing.from, drawing.to);
    if (area) setAreas([...areas, area]);
    setDrawing(null);
  }

  async function add() {
    const words = description.current!.value.trim();
    if (words === '' && !asked) {
      setAsked(true);
      description.current!.focus();
      return;
    }
    const drawn =
      areas.length > 0 && canvas.current ? await drawnFile(canvas.current, picture.type) : picture;
    if (drawn) await onAdd(drawn, words);
  }

  return (
    <section className={styles.panel} aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`} ref={heading} tabIndex={-1} className={styles.title}>
        {t('panel.title')}
      </p>
      {unreadable ? (
        <p role="alert" className={styles.problem}>
          {t('panel.unreadable')}
        </p>
      ) : (
        <>
          <canvas
            ref={canvas}
            className={styles.canvas}
            role="img"
            aria-label={t('panel.preview', { count: areas.length })}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setDrawing({ from: pointOf(event), to: pointOf(event) });
            }}
            onPointerMove={(event) => drawing && setDrawing({ ...drawing, to: pointOf(event) })}
            onPointerUp={finishDrawing}
            onPointerCancel={() => setDrawing(null)}
          />
          <p className={styles.hint}>{t('panel.blackOutHint')}</p>
          {areas.map((area, index) => (
            <fieldset key={index} className={styles.area}>
              <legend>{t('panel.area', { number: index + 1 })}</legend>
              {MEASURES.map(([measure, label]) => (
                <label key={measure}>
                  {t(label)}
                  <input
                    type="number"
                    className={formStyles.control}
                    min={0}
                    max={100}
                    value={area[measure]}
                    onChange={({ currentTarget }) =>
                      setAreas(
                        areas.map((other, place) =>
                          place === index
                            ? withMeasure(other, measure, currentTarget.valueAsNumber || 0)
                            : other,
                        ),
                      )
                    }
                  />
                </label>
              ))}
              <Button
                look="quiet"
                size="small"
                onClick={() => setAreas(areas.filter((_, place) => place !== index))}
              >
                {t('panel.removeArea')}
              </Button>
            </fieldset>
          ))}
          <Button look="quiet" size="small" onClick={() => setAreas([...areas, NEW_AREA])}>
            {t('panel.addArea')}
          </Button>
          <div className={styles.description}>
            <label htmlFor={`${id}-alt`}>{t('panel.alt')}</label>
            <p id={`${id}-hint`} className={styles.hint}>
              {t('panel.altHint')}
            </p>
            <input
              id={`${id}-alt`}
              ref={description}
              type="text"
              className={formStyles.control}
              maxLength={LONGEST_DESCRIPTION}
              onInput={() => setAsked(false)}
              aria-describedby={`${id}-hint${asked ? ` ${id}-asked` : ''}`}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault(); // else the whole post would be sent
                void add();
              }}
            />
            {asked && (
              <p id={`${id}-asked`} role="alert" className={styles.asked}>
                {t('panel.altAsked')}
              </p>
            )}
          </div>
        </>
      )}
      <div className={styles.row}>
        {!unreadable && (
          <Button onClick={() => void add()} disabled={busy || !bitmap}>
            {t(asked ? 'panel.addAnyway' : 'panel.add')}
          </Button>
        )}
        <Button look="quiet" onClick={onDiscard} disabled={busy}>
          {t('panel.discard')}
        </Button>
      </div>
    </section>
  );
}
