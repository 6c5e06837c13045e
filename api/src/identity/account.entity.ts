import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('text', { name: 'confirmation_code_hash', nullable: true })
  confirmationCodeHash!: string | null;

  @Column('boolean')
  active!: boolean;

  @VersionColumn()
  version!: number;
}
