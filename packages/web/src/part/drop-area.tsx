/** An area in which a file may be dropped. */
import { useState, type ReactNode } from 'react';

export function DropArea({
  className,
  onFile,
  children,
}: {
  className: string;
  onFile: (file: File) => void;
  /** Has a button or a field that takes a file too: dropping is the way of the pointer alone. */
  children: ReactNode;
}): ReactNode {
  const [isOver, setOver] = useState(false);
  return (
    <div
      role="presentation"
      className={className}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files.item(0);
        if (file !== null) onFile(file);
      }}
    >
      {children}
    </div>
  );
}
